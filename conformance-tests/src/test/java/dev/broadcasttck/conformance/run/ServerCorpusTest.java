package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The server corpus against the mock. {@code -Dtck.only=PATTERN} plays what has the pattern, a
 * regular expression, in its id, such as {@code JOIN-3} or {@code @2.0.0}.
 */
class ServerCorpusTest {
  private static final Budgets SHORT = new Budgets(Duration.ofSeconds(5));
  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);
  private static final Set<Verdict> BAD =
      Set.of(Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR);

  @Test
  void theMockIsGreen() throws InterruptedException {
    Corpus corpus = Corpora.bundled();
    String only = ".*(" + System.getProperty("tck.only", "") + ").*";
    List<Playing> playings =
        Playing.all(corpus).stream()
            .filter(playing -> playing.scenario().isAtWireLevel())
            .filter(playing -> playing.id().matches(only))
            .toList();

    Outcome outcome = play(corpus, playings);

    System.out.println(summary(outcome));
    assertThat(
            outcome.results().stream()
                .filter(result -> BAD.contains(result.verdict()))
                .map(ServerCorpusTest::explained))
        .isEmpty();
  }

  private static Outcome play(Corpus corpus, List<Playing> playings) throws InterruptedException {
    try (BundledMock mock = BundledMock.open(List.of());
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, Set.of())) {
      return new Run(
              corpus.rules(), mock.target(), driver, Optional.of(network), Quota.OWN, SHORT, BRIEF)
          .play(playings, new SilentListener());
    }
  }

  /** What passed, and what did not although nobody is held to it. */
  private static String summary(Outcome outcome) {
    StringBuilder summary = new StringBuilder();
    summary.append(
        "server corpus: %d passed of %d in %d ms%n"
            .formatted(
                outcome.count(Verdict.PASSED),
                outcome.results().size(),
                outcome.took().toMillis()));
    outcome.results().stream()
        .filter(result -> result.verdict() == Verdict.NOT_APPLICABLE)
        .forEach(result -> summary.append(explained(result)).append('\n'));
    return summary.toString();
  }

  private static String explained(Result result) {
    return "%s %s %s".formatted(result.verdict(), result.id(), result.findings());
  }
}
