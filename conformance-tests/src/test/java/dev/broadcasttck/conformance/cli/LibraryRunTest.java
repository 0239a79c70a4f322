package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryRunTest {
  private static final Corpus CORPUS = Corpora.bundled();
  private static final Set<String> PLAYED =
      Set.of(
          "SELF-1/sender-hears-nothing-by-default",
          "CFRAME-5/references-differ",
          "CFAULT-1/no-json",
          "CFAULT-4/null");

  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final Heard heard = new Heard();
  private final AtomicInteger started = new AtomicInteger();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void bothCorporaComeInTheOrderGivenAndAreToldOnce() throws InterruptedException {
    List<Playing> playings = playings();

    Outcome outcome = play(playings, this::clean);

    assertThat(outcome.results())
        .extracting(Result::id)
        .containsExactlyElementsOf(playings.stream().map(Playing::id).toList());
    assertThat(outcome.results()).extracting(Result::verdict).containsOnly(Verdict.PASSED);
    assertThat(heard.total).isEqualTo(playings.size());
    assertThat(heard.results)
        .extracting(Result::id)
        .containsExactlyInAnyOrderElementsOf(playings.stream().map(Playing::id).toList());
  }

  @Test
  void whatEscapesInACrowdIsNobodysUntilEachIsAlone() throws InterruptedException {
    List<Playing> shared =
        playings().stream()
            .filter(playing -> playing.scenario().isOfClients() && !playing.provokes())
            .toList();

    Outcome outcome =
        play(shared, () -> started.getAndIncrement() == 0 ? new Leaky(clean()) : clean());

    assertThat(outcome.results()).extracting(Result::verdict).containsOnly(Verdict.PASSED);
    assertThat(outcome.results()).noneMatch(Solos::isSuspect);
    assertThat(heard.results).hasSameSizeAs(shared).noneMatch(Solos::isSuspect);
  }

  @Test
  void whatEscapesFromALibraryThatIsAloneIsItsOwn() throws InterruptedException {
    List<Playing> provoking = playings().stream().filter(Playing::provokes).toList();

    Outcome outcome = play(provoking, () -> new Leaky(clean()));

    assertThat(outcome.results())
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.FAILED))
        .allMatch(Solos::isSuspect);
  }

  @Test
  void whatIsTooSlowInACrowdIsPlayedAgainAndTheReportSaysSo() throws InterruptedException {
    List<Playing> hurried = playings("CBACK-3/the-same-config");

    Outcome outcome = play(hurried, () -> new Faltering(clean(), wrong()));

    Result result = outcome.results().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.evidence().get(0))
        .startsWith("played again after the others, among whom it was failed: expected a frame");
    assertThat(outcome.remarks())
        .singleElement()
        .extracting(Remark::sentence)
        .isEqualTo(
            "ended otherwise when played again without the others: "
                + "CBACK-3/the-same-config@any (failed, then passed)");
  }

  private Outcome play(List<Playing> playings, Supplier<Driver> fresh) throws InterruptedException {
    Rigour once = new Rigour(1, Duration.ZERO);
    try (BundledMock venue = BundledMock.open(List.of());
        Driver driver = clean()) {
      return new LibraryRun(CORPUS.rules(), driver, fresh, venue, once).play(playings, heard);
    }
  }

  private Driver clean() {
    return new ScriptedDriver(transport, Set.of());
  }

  private Driver wrong() {
    return new ScriptedDriver(transport, Set.of(Misbehaviour.REJOINS_WITHOUT_CONFIG));
  }

  private static List<Playing> playings() {
    return PLAYED.stream().sorted().flatMap(id -> playings(id).stream()).toList();
  }

  private static List<Playing> playings(String scenario) {
    return Playing.all(CORPUS).stream()
        .filter(playing -> playing.scenario().id().equals(scenario))
        .toList();
  }

  private static final class Heard implements RunListener {
    private final List<Result> results = new ArrayList<>();
    private int total;

    @Override
    public void began(int playings) {
      total += playings;
    }

    @Override
    public void finished(Result result) {
      results.add(result);
    }
  }

  /** Its first client is one that does wrong. */
  private static final class Faltering implements Driver {
    private final Driver good;
    private final Driver wrong;
    private final AtomicInteger made = new AtomicInteger();

    Faltering(Driver good, Driver wrong) {
      this.good = good;
      this.wrong = wrong;
    }

    @Override
    public DriverProfile profile() {
      return good.profile();
    }

    @Override
    public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
      return (made.getAndIncrement() == 0 ? wrong : good).client(options, tap, ear);
    }

    @Override
    public void close() {
      good.close();
      wrong.close();
    }
  }

  /** An error escapes whenever a client is made. */
  private record Leaky(Driver driver) implements Driver {
    @Override
    public DriverProfile profile() {
      return driver.profile();
    }

    @Override
    public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
      ear.uncaught("it leaks");
      return driver.client(options, tap, ear);
    }

    @Override
    public void close() {
      driver.close();
    }
  }
}
