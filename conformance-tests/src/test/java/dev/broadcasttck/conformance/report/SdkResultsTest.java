package dev.broadcasttck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.SdkResults.Library;
import dev.broadcasttck.conformance.report.SdkResults.Pass;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.scenario.Variant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkResultsTest {
  private static final Variant V1 = Cases.V1;

  @Test
  void aVerdictThatChangesIsNamedAndMakesItUnstable() {
    SdkResults results = results(result(Verdict.PASSED), result(Verdict.FAILED));

    assertThat(results.isStable()).isFalse();
    assertThat(results.markdown())
        .contains("| sdk 1.2.3 | 2 | behaviour | 1 | 0 | 0 | 0 | 1 |")
        .contains("* `SELF-1/x@1.0.0`: **unstable**: 1 passed, 1 failed. Expected")
        .contains("room-… \\| b")
        .doesNotContain("room-abc123");
  }

  @Test
  void whatIsGreenEachTimeIsNotListed() {
    SdkResults results = results(result(Verdict.PASSED), result(Verdict.PASSED));

    assertThat(results.isStable()).isTrue();
    assertThat(results.markdown()).contains("All green.").doesNotContain("SELF-1/x");
  }

  private static SdkResults results(Result first, Result second) {
    List<Pass> passes = List.of(pass(first), pass(second));
    return new SdkResults(
        LocalDate.of(2026, 11, 24), "./tck results", List.of(new Library("sdk 1.2.3", passes)));
  }

  private static Pass pass(Result result) {
    return new Pass(List.of(result), Duration.ofSeconds(3));
  }

  private static Result result(Verdict verdict) {
    return verdict == Verdict.PASSED
        ? Cases.result("SELF-1/x", V1, verdict)
        : Cases.result(
            Cases.scenario("SELF-1/x"), V1, verdict, "nothing for room-abc123 | b", "something");
  }
}
