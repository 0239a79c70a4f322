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
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
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

  private static List<Playing> playings() {
    return Playing.all(CORPUS).stream()
        .filter(playing -> PLAYED.contains(playing.scenario().id()))
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
