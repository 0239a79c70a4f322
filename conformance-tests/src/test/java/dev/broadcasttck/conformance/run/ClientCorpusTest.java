package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
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

/** The client corpus with the suite's own client, which owes nothing. */
class ClientCorpusTest {
  private static final Corpus CORPUS = Corpora.bundled();

  @Test
  void anHonestClientIsGreen() throws InterruptedException {
    Outcome outcome = play();

    assertThat(outcome.results())
        .filteredOn(result -> result.verdict() != Verdict.PASSED)
        .filteredOn(result -> result.verdict() != Verdict.NOT_APPLICABLE)
        .extracting(
            result -> "%s %s %s".formatted(result.verdict(), result.id(), result.findings()))
        .isEmpty();
    assertThat(outcome.count(Verdict.PASSED)).isGreaterThanOrEqualTo(80);
  }

  private static Outcome play() throws InterruptedException {
    List<Playing> playings =
        Playing.all(CORPUS).stream().filter(playing -> playing.scenario().isOfClients()).toList();
    try (BundledMock mock = BundledMock.open(List.of());
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, Set.of())) {
      Budgets budgets = new Budgets(Duration.ofSeconds(2));
      return new Run(
              CORPUS.rules(),
              mock.target(),
              driver,
              Optional.empty(),
              Quota.OWN,
              budgets,
              Rigour.DEFAULT)
          .play(playings, new SilentListener());
    }
  }
}
