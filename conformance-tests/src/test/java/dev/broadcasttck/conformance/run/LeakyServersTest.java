package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every server that leaks is caught, however seldom or late it does. */
class LeakyServersTest {
  private static final int SIDE_BY_SIDE = 6;
  private static final String LEAKS = "(ECHO|LEAK|REST_LEAK|REPLY_UNASKED|COPY|OWN_COPY)_.*";

  private static final ExecutorService SERVERS = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private static Map<Fault, Future<Outcome>> outcomes = Map.of();

  @BeforeAll
  static void playAllSideBySide() {
    outcomes =
        Faults.names().stream()
            .filter(name -> name.matches(System.getProperty("tck.fault", LEAKS)))
            .map(name -> Faults.named(name).orElseThrow())
            .collect(
                Collectors.toMap(Function.identity(), fault -> SERVERS.submit(() -> play(fault))));
  }

  @AfterAll
  static void end() {
    SERVERS.shutdownNow();
  }

  @Test
  void everyFaultViolatesRulesThatThereAre() {
    for (String name : Faults.names()) {
      assertThat(Faults.named(name).orElseThrow().violates())
          .as(name)
          .allSatisfy(rule -> assertThat(OddServer.CORPUS.rules().rule(rule)).isPresent());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLeakIsCaught() {
    return outcomes.keySet().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map(fault -> dynamicTest(fault.name(), () -> isCaught(fault)));
  }

  private static void isCaught(Fault fault) throws Exception {
    Outcome outcome = outcomes.get(fault).get();

    assertThat(fault.activations()).as("activations of %s", fault).isPositive();
    assertThat(OddServer.with(outcome, Verdict.HARNESS_ERROR)).isEmpty();
    List<Result> failed = OddServer.with(outcome, Verdict.FAILED);
    assertThat(failed)
        .as("what failed with %s of %s", fault, outcome.results().size())
        .isNotEmpty();
    assertThat(failed).allSatisfy(result -> assertThat(result.findings()).isNotEmpty());
  }

  private static Outcome play(Fault fault) throws InterruptedException {
    return new OddServer(List.of(fault), Rigour.DEFAULT).play(proving(fault));
  }

  private static List<Playing> proving(Fault fault) {
    return Playing.all(OddServer.CORPUS).stream()
        .filter(playing -> proves(playing, fault))
        .toList();
  }

  private static boolean proves(Playing playing, Fault fault) {
    return !Collections.disjoint(playing.scenario().proves(), fault.violates());
  }
}
