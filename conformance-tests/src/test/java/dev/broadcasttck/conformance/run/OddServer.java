package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
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
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mock that is not as other servers are, and what a run says of it. */
record OddServer(List<Fault> faults, Rigour rigour, Budgets budgets) {
  static final Corpus CORPUS = Corpora.bundled();

  OddServer(List<Fault> faults, Rigour rigour) {
    this(faults, rigour, Budgets.DEFAULT);
  }

  /** One at which what must come comes this soon. */
  OddServer(List<Fault> faults, Rigour rigour, Duration mustCome) {
    this(faults, rigour, new Budgets(mustCome));
  }

  Outcome play(List<Playing> playings) throws InterruptedException {
    return play(playings, true);
  }

  /**
   * Plays.
   *
   * @param acknowledgements whether the client can see them, so that stories about them apply
   */
  Outcome play(List<Playing> playings, boolean acknowledgements) throws InterruptedException {
    try (BundledMock mock = BundledMock.open(faults);
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        Driver driver = new Witness(new ScriptedDriver(transport, Set.of()), acknowledgements)) {
      Optional<PlainNetwork> sockets = Optional.of(network);
      return new Run(CORPUS.rules(), mock.target(), driver, sockets, Quota.OWN, budgets, rigour)
          .play(playings, new SilentListener());
    }
  }

  /** A driver that may say that it sees no acknowledgements. */
  private record Witness(Driver driver, boolean acknowledgements) implements Driver {
    @Override
    public boolean isPrompt() {
      return driver.isPrompt();
    }

    @Override
    public DriverProfile profile() {
      DriverProfile all = driver.profile();
      Set<Ability> abilities = EnumSet.copyOf(all.abilities());
      if (!acknowledgements) {
        abilities.remove(Ability.ACK_OBSERVABLE);
      }
      return new DriverProfile(
          all.name(),
          all.version(),
          all.vsn(),
          all.encodings(),
          abilities,
          all.settable(),
          all.timers());
    }

    @Override
    public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
      return driver.client(options, tap, ear);
    }

    @Override
    public void close() {
      driver.close();
    }
  }

  static List<Result> with(Outcome outcome, Verdict verdict) {
    return outcome.results().stream().filter(result -> result.verdict() == verdict).toList();
  }

  static String inWords(Result result) {
    return "%s %s %s".formatted(result.verdict(), result.id(), result.findings());
  }
}
