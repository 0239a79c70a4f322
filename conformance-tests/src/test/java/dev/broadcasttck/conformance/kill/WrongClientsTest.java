package dev.broadcasttck.conformance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.corpus.Corpora;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong client is red on the rules that name its fault. */
class WrongClientsTest {
  private static Map<String, Trial> trials = Map.of();

  @BeforeAll
  static void tryAll() throws InterruptedException {
    try (Court court = new Court(Corpora.bundled())) {
      trials =
          court.hear(Mutant.clients(), Optional.empty(), trial -> {}).stream()
              .collect(Collectors.toMap(trial -> trial.mutant().name(), Function.identity()));
    }
  }

  static List<Mutant> clients() {
    return Mutant.clients();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void aWrongClientIsRedOnTheRulesThatItBreaks(Mutant mutant) {
    Trial trial = trials.get(mutant.name());

    assertThat(mutant.violates()).isNotEmpty();
    assertThat(trial.escapes())
        .as(() -> trial.proving().stream().map(Docket::inWords).toList().toString())
        .isEmpty();
    assertThat(trial.stumbles()).isEmpty();
    assertThat(trial.activations()).isPositive();
  }
}
