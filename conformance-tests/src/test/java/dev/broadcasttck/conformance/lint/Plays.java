package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Party;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Scenarios that are played, and what the lint finds on their tapes. */
final class Plays {
  private static final Corpus CORPUS = Corpora.bundled();
  private static final Rigour BRIEF = new Rigour(1, Duration.ZERO);

  private Plays() {}

  static List<Playing> playings(Predicate<Playing> which) {
    return Playing.all(CORPUS).stream().filter(which).toList();
  }

  /** Some that prove a rule. */
  static List<Playing> proving(String rule, int most) {
    return playings(it -> it.scenario().proves().contains(rule)).stream().limit(most).toList();
  }

  static List<Result> play(
      List<Playing> playings, List<Fault> faults, Set<Misbehaviour> wrongs, Duration patience)
      throws InterruptedException {
    try (BundledMock mock = BundledMock.open(faults);
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, wrongs)) {
      return new Run(
              CORPUS.rules(),
              mock.target(),
              driver,
              Optional.of(network),
              Quota.OWN,
              new Budgets(patience),
              BRIEF)
          .play(playings, new SilentListener())
          .results();
    }
  }

  /** What is found; a scenario at wire level is a client as its script wants it, right or wrong. */
  static Stream<Violation> findings(Result result) {
    Lint lint = Lint.start();
    return result.tape().stream()
        .flatMap(entry -> lint.read(entry).stream())
        .filter(it -> !result.scenario().isAtWireLevel() || isOfServer(it));
  }

  static boolean isOfServer(Violation violation) {
    return CORPUS.rules().rule(violation.rule()).orElseThrow().binds().contains(Party.SERVER);
  }
}
