package dev.broadcasttck.conformance.baseline;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static dev.broadcasttck.conformance.report.Cases.V2_BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final Result ACK = Cases.result("ACK-1/answered", V1, Verdict.PASSED);
  private static final String CAUSE = "nothing is heard | heard the own broadcast";

  @ParameterizedTest
  @CsvSource({
    "known-failing, FAILED, KNOWN_FAILING, CONFORMANT",
    "known-failing, PASSED, UNEXPECTED_PASS, STALE_BASELINE",
    "known-failing, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE",
    "known-failing, NOT_APPLICABLE, NOT_APPLICABLE, CONFORMANT",
    "known-failing, HARNESS_ERROR, HARNESS_ERROR, HARNESS_ERROR",
    "known-flaky, FAILED, KNOWN_FLAKY, CONFORMANT",
    "known-flaky, PASSED, PASSED, CONFORMANT",
    "known-flaky, INCONCLUSIVE, KNOWN_FLAKY, CONFORMANT",
    "known-flaky, HARNESS_ERROR, HARNESS_ERROR, HARNESS_ERROR"
  })
  void anEntryChangesWhatAVerdictMeans(
      String kind, Verdict verdict, Verdict held, ExitCode exitCode) {
    Outcome outcome = held(entry("SELF-1", kind, ""), Cases.result("SELF-1/x", V1, verdict), ACK);

    assertThat(outcome.results()).extracting(Result::verdict).containsExactly(held, Verdict.PASSED);
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"FAILED", "INCONCLUSIVE"})
  void anotherCauseThanThePinnedOneIsNotExcused(Verdict verdict) {
    Result result = Cases.result("SELF-1/x", V1, verdict);
    Outcome outcome = held(entry("SELF-1", "known-flaky", "    cause: another\n"), result, ACK);

    assertThat(outcome.results().get(0).verdict()).isEqualTo(verdict);
    assertThat(outcome.results().get(0).findings())
        .element(1)
        .extracting(Finding::expected, Finding::actual)
        .containsExactly("the cause that the baseline knows: another", "another cause: " + CAUSE);
  }

  @Test
  void thePinnedCauseIsExcused() {
    Result result = Cases.result("SELF-1/x", V1, Verdict.FAILED);
    String pin = "    cause: " + CAUSE + "\n";

    assertThat(held(entry("SELF-1", "known-failing", pin), result, ACK).exitCode())
        .isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void whatFailsAndIsNotInTheBaselineFails() {
    Outcome outcome =
        held(
            entry("SELF-1/x@1.0.0", "known-failing", ""),
            Cases.result("SELF-1/x", V1, Verdict.FAILED),
            Cases.result("SELF-1/x", V2_BINARY, Verdict.FAILED));

    assertThat(outcome.results())
        .extracting(Result::verdict)
        .containsExactly(Verdict.KNOWN_FAILING, Verdict.FAILED);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void aRunOfNothingButFlakyThingsHasShownNothing() {
    Outcome outcome =
        held(
            entry("SELF-1", "known-flaky", ""), Cases.result("SELF-1/x", V1, Verdict.INCONCLUSIVE));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void anUnexpectedPassIsToldInOneSentence() {
    Outcome outcome =
        held(
            entry("SELF-1", "known-failing", ""),
            Cases.result("SELF-1/x", V1, Verdict.PASSED),
            Cases.result("SELF-1/x", V2_BINARY, Verdict.PASSED));

    assertThat(outcome.remarks())
        .extracting(Remark::sentence)
        .containsExactly(
            "b.yaml:2: unexpected pass: `SELF-1` is known to fail, but 2 playings pass, such as"
                + " SELF-1/x@1.0.0; take the entry out, or narrow it");
  }

  @Test
  void aPatternThatMatchesNothingIsToldWithWhatWasMeant() {
    Outcome outcome = held(entry("SELF-11", "known-failing", ""), ACK);

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.STALE_BASELINE);
    assertThat(outcome.remarks())
        .extracting(Remark::sentence)
        .containsExactly("b.yaml:2: the pattern `SELF-11` matches nothing, did you mean `SELF-1`?");
  }

  @Test
  void anExpiredEntryStillExcusesAndIsTold() {
    String text =
        entry("SELF-1", "known-failing", "").replace("2026-11-28", TODAY.minusDays(1).toString());
    Outcome outcome = held(text, Cases.result("SELF-1/x", V1, Verdict.FAILED), ACK);

    assertThat(outcome.results().get(0).verdict()).isEqualTo(Verdict.KNOWN_FAILING);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.STALE_BASELINE);
    assertThat(outcome.remarks())
        .extracting(Remark::sentence)
        .containsExactly(
            "b.yaml:2: `SELF-1` has expired on 2026-11-27; mend it, or have somebody give it a new"
                + " date");
  }

  @Test
  void anEntryCountsOnItsLastDay() {
    Result result = Cases.result("SELF-1/x", V1, Verdict.FAILED);

    assertThat(held(entry("SELF-1", "known-failing", ""), result, ACK).remarks()).isEmpty();
  }

  @Test
  void ofTwoEntriesTheFirstCounts() {
    String both =
        entry("SELF-1/x", "known-flaky", "")
            + entry("SELF-1", "known-failing", "").replace("entries:\n", "");
    Outcome outcome =
        held(
            both,
            Cases.result("SELF-1/x", V1, Verdict.PASSED),
            Cases.result("SELF-1/y", V1, Verdict.FAILED));

    assertThat(outcome.results())
        .extracting(Result::verdict)
        .containsExactly(Verdict.PASSED, Verdict.KNOWN_FAILING);
  }

  @Test
  void whatTheBaselineSaysIsAmongTheEvidence() {
    Outcome outcome =
        held(
            entry("SELF-1", "known-failing", "    issue: https://example.org/7\n"),
            Cases.result("SELF-1/x", V1, Verdict.FAILED));

    assertThat(outcome.results().get(0).evidence())
        .containsExactly(
            "bob heard it once",
            "b.yaml:2: known-failing: it echoes (https://example.org/7, somebody, until"
                + " 2026-11-28)");
  }

  private static String entry(String pattern, String kind, String more) {
    return """
    entries:
      - pattern: %s
        kind: %s
        reason: it echoes
        owner: somebody
        expires: %s
    %s"""
        .formatted(pattern, kind, TODAY, more);
  }

  private static Outcome held(String text, Result... results) {
    List<Playing> corpus =
        List.of(
            new Playing(Cases.scenario("SELF-1/x"), V1),
            new Playing(Cases.scenario("SELF-1/y"), V1),
            new Playing(Cases.scenario("SELF-1/x"), V2_BINARY),
            new Playing(Cases.scenario("ACK-1/answered"), V1));
    Baseline baseline = new Baseline(BaselineFile.of("b.yaml", text).entries(), corpus, TODAY);
    return baseline.held(new Outcome(List.of(results), Duration.ofSeconds(1)));
  }
}
