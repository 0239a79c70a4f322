package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The honest client passes every trial; each wrong one is caught by the trials of its fault. */
class ObligationsTest {
  private static final Duration MUST_COME = Duration.ofSeconds(5);

  /** Enough for what a wrong client does wrongly; what it does not do is waited for so long. */
  private static final Duration SHORT = Duration.ofMillis(500);

  static List<Trial> trials() {
    return Stream.of(
            JoiningTrials.all(),
            LineTrials.all(),
            SendingTrials.all(),
            HearingTrials.all(),
            RestTrials.all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void anHonestClientPasses(Trial trial) throws Exception {
    try (Bench bench = new Bench(Set.of(), MUST_COME)) {
      trial.script().on(bench);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongClientIsCaught(Misbehaviour misbehaviour) throws Exception {
    List<Trial> catching =
        trials().stream().filter(trial -> trial.catches().contains(misbehaviour)).toList();
    assertThat(catching).as("trials that catch it").isNotEmpty();
    for (Trial trial : catching) {
      // On a busy machine the short budget can run out before it comes to the misbehaviour.
      assertThat(isCaught(trial, misbehaviour, SHORT) || isCaught(trial, misbehaviour, MUST_COME))
          .as("the misbehaviour was active")
          .isTrue();
    }
  }

  /**
   * Plays a trial, which has to fail, and says whether the misbehaviour had been active by then.
   */
  private static boolean isCaught(Trial trial, Misbehaviour misbehaviour, Duration patience)
      throws Exception {
    try (Bench bench = new Bench(Set.of(misbehaviour), patience)) {
      assertThatThrownBy(() -> trial.script().on(bench)).isInstanceOf(AssertionError.class);
      return bench.activations(misbehaviour) > 0;
    }
  }

  @Test
  void everyObligationIsBrokenBySomebody() {
    Set<Obligation> broken =
        Arrays.stream(Misbehaviour.values()).map(Misbehaviour::breaks).collect(Collectors.toSet());

    assertThat(broken).containsExactlyInAnyOrder(Obligation.values());
  }
}
