package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.Driver;
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
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A list of what became of each fault, for one who writes faults. */
@EnabledIfSystemProperty(named = "tck.mutants", matches = ".+")
class MutantsTest {
  private static final int SIDE_BY_SIDE = 16;
  private static final Duration SHORT = Duration.ofMillis(400);

  @Test
  void everyFaultIsCaughtByEachRuleThatItNames() throws Exception {
    String names = System.getProperty("tck.mutants", ".*");
    List<Future<List<String>>> lists = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    try (var servers = new Threads(SIDE_BY_SIDE)) {
      for (String name : Faults.names()) {
        if (name.matches(names)) {
          Fault fault = Faults.named(name).orElseThrow();
          lists.add(servers.pool.submit(() -> lines(fault)));
        }
      }
      for (Future<List<String>> list : lists) {
        lines.addAll(list.get());
        Files.write(Path.of("target/mutants.txt"), lines);
      }
    }
    assertThat(lines).filteredOn(line -> !line.startsWith("killed")).isEmpty();
  }

  private static List<String> lines(Fault fault) throws InterruptedException {
    Outcome outcome = play(fault);
    return fault.violates().stream().sorted().map(rule -> line(fault, rule, outcome)).toList();
  }

  private static String line(Fault fault, String rule, Outcome outcome) {
    List<Result> proving =
        outcome.results().stream()
            .filter(result -> result.scenario().proves().contains(rule))
            .toList();
    String what = fault.activations() == 0 ? "inactive" : "survived";
    Optional<Result> red = first(proving, Verdict.FAILED);
    Optional<Result> broken = first(proving, Verdict.HARNESS_ERROR);
    if (red.isPresent()) {
      what = "killed";
    }
    if (broken.isPresent()) {
      what = "harness";
      red = broken;
    }
    return "%s %s %s %s"
        .formatted(
            what,
            fault.name(),
            rule,
            red.map(OddServer::inWords)
                .orElse(proving.stream().map(r -> r.verdict() + " " + r.id()).toList().toString()));
  }

  private static Optional<Result> first(List<Result> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).findFirst();
  }

  private static Outcome play(Fault fault) throws InterruptedException {
    try (BundledMock mock = BundledMock.open(List.of(fault));
        PlainNetwork network = PlainNetwork.open(TransportOptions.PLAIN);
        Transport transport = Transport.open(TransportOptions.PLAIN);
        Driver driver = new ScriptedDriver(transport, Set.of())) {
      return new Run(
              OddServer.CORPUS.rules(),
              mock.target(),
              driver,
              Optional.of(network),
              Quota.OWN,
              new Budgets(SHORT),
              Rigour.DEFAULT)
          .play(proving(fault), new SilentListener());
    }
  }

  private static List<Playing> proving(Fault fault) {
    return Playing.all(OddServer.CORPUS).stream()
        .filter(p -> !Collections.disjoint(p.scenario().proves(), fault.violates()))
        .toList();
  }

  /** Threads that end with the test. */
  private static final class Threads implements AutoCloseable {
    private final java.util.concurrent.ExecutorService pool;

    Threads(int number) {
      pool = Executors.newFixedThreadPool(number);
    }

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }
}
