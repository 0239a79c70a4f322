package dev.broadcasttck.conformance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.rule.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Playing SELF = playing("SELF-1/");
  private static final Playing ACK = playing("ACK-1/");

  @Test
  void aMutantIsKilledWhereWhatProvesEachOfItsRulesFails() {
    assertThat(trial(7, result(SELF, Verdict.FAILED)).isKilled()).isTrue();
  }

  @Test
  void aMutantIsAliveWhereWhatProvesItsRuleProvedNothing() {
    Trial trial = trial(7, result(SELF, Verdict.INCONCLUSIVE));

    assertThat(trial.isKilled()).isFalse();
    assertThat(Docket.lines(trial)).first().asString().contains("ALIVE").endsWith("SELF-1");
    assertThat(trial.escapes()).containsExactly("SELF-1");
  }

  @Test
  void aMutantIsAliveWhereOnlySomethingElseFailed() {
    assertThat(trial(7, result(ACK, Verdict.FAILED)).isKilled()).isFalse();
  }

  @Test
  void aMutantIsAliveThatDidNothing() {
    assertThat(trial(0, result(SELF, Verdict.FAILED)).isKilled()).isFalse();
  }

  @Test
  void aMutantThatMakesTheSuiteStumbleIsNotKilled() {
    Trial trial = trial(7, result(SELF, Verdict.FAILED), result(ACK, Verdict.HARNESS_ERROR));

    assertThat(trial.isKilled()).isFalse();
    assertThat(trial.stumbles()).hasSize(1);
  }

  @Test
  void whatPassesOverAFaultThatShowsIsMissed() {
    Sighting showing = new Sighting(result(SELF, Verdict.PASSED), true);
    Sighting absent = new Sighting(result(SELF, Verdict.PASSED), false);
    Trial trial = new Trial(mutant(), 7, List.of(), List.of(showing, absent), List.of());

    assertThat(trial.missed()).containsExactly(showing);
  }

  private static Trial trial(long activations, Result... proving) {
    return new Trial(mutant(), activations, List.of(proving), List.of(), List.of());
  }

  private static Mutant mutant() {
    return new Mutant.Server("ECHO_ALWAYS", Set.of("SELF-1"));
  }

  private static Playing playing(String id) {
    return Playing.all(Corpora.bundled()).stream()
        .filter(playing -> playing.id().startsWith(id))
        .findFirst()
        .orElseThrow();
  }

  private static Result result(Playing playing, Verdict verdict) {
    return new Result(
        playing.scenario(),
        playing.variant(),
        Level.MUST,
        verdict,
        Duration.ZERO,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
