package dev.broadcasttck.conformance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.spec.corpus.Corpora;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong client is red on the rules that name its fault. */
class WrongClientsTest {
  /** What no scenario is red about yet. */
  private static final Set<Misbehaviour> UNSEEN = EnumSet.of(Misbehaviour.HEARTBEAT_WHEN_IDLE_ONLY);

  private static Map<String, Trial> trials = Map.of();

  @BeforeAll
  static void tryAll() throws InterruptedException {
    List<Mutant> mutants = seen().toList();
    try (Court court = new Court(Corpora.bundled())) {
      trials =
          court.hear(mutants, Optional.empty(), trial -> {}).stream()
              .collect(Collectors.toMap(trial -> trial.mutant().name(), Function.identity()));
    }
  }

  static Stream<Mutant> seen() {
    return Mutant.clients().stream().filter(it -> !isUnseen(it));
  }

  private static boolean isUnseen(Mutant mutant) {
    return UNSEEN.stream().anyMatch(wrong -> wrong.name().equals(mutant.name()));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aWrongClientIsRedOnTheRulesThatItBreaks(Mutant mutant) {
    Trial trial = trials.get(mutant.name());

    assertThat(mutant.violates()).isNotEmpty();
    assertThat(trial.escapes())
        .as(() -> trial.proving().stream().map(Docket::inWords).toList().toString())
        .isEmpty();
    assertThat(trial.stumbles()).isEmpty();
    assertThat(trial.activations()).isPositive();
  }

  @Test
  void whatNobodySeesIsOwnedUpTo() {
    assertThat(Mutant.clients().stream().filter(WrongClientsTest::isUnseen))
        .allSatisfy(mutant -> assertThat(mutant.violates()).isEmpty());
  }
}
