package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an obedient server and an honest client say to each other, read by the lint. */
class CorporaAreCleanTest {
  @Test
  void nothingIsFoundWhereNothingIsWrong() throws InterruptedException {
    List<Result> results =
        Plays.play(
            Plays.playings(it -> !it.scenario().isOfClients()),
            List.of(),
            Set.of(),
            Duration.ofSeconds(5));

    assertThat(results.stream().filter(result -> !result.tape().isEmpty()))
        .as("scenarios that were read")
        .hasSizeGreaterThan(700);
    assertThat(results)
        .flatExtracting(result -> Plays.findings(result).map(it -> result.id() + " " + it).toList())
        .isEmpty();
  }
}
