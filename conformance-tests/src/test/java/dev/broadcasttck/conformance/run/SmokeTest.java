package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmokeTest {
  private static final Playing SMOKE = Playings.withActors("SMOKE-1/two-meet", 2);
  private static final Playing GREEN = Playings.withActors("SELF-1/green", 2);
  private static final Playing RED = Playings.withActors("SELF-2/red", 2);

  private final Map<String, Result> results = new LinkedHashMap<>();

  @BeforeEach
  void aRunHasBeenPlayed() {
    results.put(SMOKE.id(), Playings.result(SMOKE, Verdict.PASSED));
    results.put(GREEN.id(), Playings.result(GREEN, Verdict.PASSED));
    results.put(RED.id(), Playings.result(RED, Verdict.FAILED));
  }

  @Test
  void aGreenLastSmokeChangesNothing() {
    Smoke.again(results, Playings.result(SMOKE, Verdict.PASSED));

    assertThat(results.values())
        .extracting(Result::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED);
  }

  @Test
  void aSmokeThatDoesNotApplyCastsNoDoubt() {
    Smoke.again(results, Playings.result(SMOKE, Verdict.NOT_APPLICABLE));

    assertThat(results.values())
        .extracting(Result::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED);
  }

  @Test
  void aRedLastSmokeCastsDoubtOnWhatItEncloses() {
    Smoke.again(results, Playings.result(SMOKE, Verdict.FAILED));

    assertThat(results.values())
        .extracting(Result::verdict)
        .containsExactly(Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.FAILED);
    assertThat(results.get(GREEN.id()).findings().get(0).actual())
        .isEqualTo("SMOKE-1/two-meet@1.0.0 was failed when played last");
  }
}
