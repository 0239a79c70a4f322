package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Party;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an obedient server and an honest client say to each other, read by the lint. */
class CorporaAreCleanTest {
  private static final Corpus CORPUS = Corpora.bundled();
  private static final Budgets PATIENT = new Budgets(Duration.ofSeconds(5));
  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);

  @Test
  void nothingIsFoundWhereNothingIsWrong() throws InterruptedException {
    Outcome outcome = play();

    assertThat(outcome.results().stream().filter(result -> !result.tape().isEmpty()))
        .as("scenarios that were read")
        .hasSizeGreaterThan(700);
    assertThat(outcome.results().stream().flatMap(CorporaAreCleanTest::findings)).isEmpty();
  }

  private static Outcome play() throws InterruptedException {
    List<Playing> playings =
        Playing.all(CORPUS).stream().filter(it -> !it.scenario().isOfClients()).toList();
    try (BundledMock mock = BundledMock.open(List.of());
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, java.util.Set.of())) {
      return new Run(
              CORPUS.rules(),
              mock.target(),
              driver,
              Optional.of(network),
              Quota.OWN,
              PATIENT,
              BRIEF)
          .play(playings, new SilentListener());
    }
  }

  /** A scenario at wire level is a client as its script wants it, right or wrong. */
  private static Stream<String> findings(Result result) {
    Lint lint = Lint.start();
    return result.tape().stream()
        .flatMap(entry -> lint.read(entry).stream())
        .filter(it -> !result.scenario().isAtWireLevel() || isOfServer(it))
        .map(it -> "%s@%s %s".formatted(result.id(), result.variant(), it));
  }

  private static boolean isOfServer(Violation violation) {
    return CORPUS.rules().rule(violation.rule()).orElseThrow().binds().contains(Party.SERVER);
  }
}
