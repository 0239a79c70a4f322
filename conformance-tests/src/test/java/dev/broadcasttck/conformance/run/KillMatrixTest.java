package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.rule.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a server can get wrong is caught: each fault, and each rule on one fault at least. */
class KillMatrixTest {
  private static final Path PAGE = Path.of("..", "docs", "kill-matrix.md");
  private static final double ENOUGH_SHOULDS = 0.75;
  private static final int SIDE_BY_SIDE = 16;

  /** A fault that withholds is seen this soon; no server here is that slow. */
  private static final Duration MUST_COME = Duration.ofMillis(400);

  private static Map<Fault, Outcome> outcomes = Map.of();
  private static KillMatrix matrix = new KillMatrix(List.of(), Map.of(), Map.of());

  @BeforeAll
  static void playAll() throws Exception {
    ExecutorService servers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      Map<Fault, Future<Outcome>> played = new LinkedHashMap<>();
      for (String name : Faults.names()) {
        Fault fault = Faults.named(name).orElseThrow();
        played.put(fault, servers.submit(() -> play(fault)));
      }
      outcomes = new LinkedHashMap<>();
      for (Map.Entry<Fault, Future<Outcome>> each : played.entrySet()) {
        outcomes.put(each.getKey(), each.getValue().get());
      }
    } finally {
      servers.shutdownNow();
    }
    matrix = new KillMatrix(OddServer.CORPUS.rules().rules(), outcomes, Faults.excused());
  }

  private static Outcome play(Fault fault) throws InterruptedException {
    List<Playing> proving =
        Playing.all(OddServer.CORPUS).stream()
            .filter(it -> !Collections.disjoint(it.scenario().proves(), fault.violates()))
            .toList();
    return new OddServer(List.of(fault), Rigour.DEFAULT, MUST_COME).play(proving);
  }

  /** One that is late is not counted where it was caught before its time had come. */
  @Test
  void everyFaultIsActive() {
    assertThat(outcomes.entrySet())
        .filteredOn(each -> each.getKey().activations() == 0)
        .filteredOn(each -> OddServer.with(each.getValue(), Verdict.FAILED).isEmpty())
        .isEmpty();
  }

  @Test
  void noFaultBreaksTheSuite() {
    List<String> broken = new ArrayList<>();
    outcomes.forEach(
        (fault, outcome) ->
            OddServer.with(outcome, Verdict.HARNESS_ERROR)
                .forEach(result -> broken.add(fault + ": " + OddServer.inWords(result))));

    assertThat(broken).isEmpty();
  }

  @Test
  void everyFaultIsCaughtUnderEachRuleThatItBreaks() {
    List<String> missed = new ArrayList<>();
    outcomes.forEach(
        (fault, outcome) ->
            fault.violates().stream()
                .sorted()
                .filter(rule -> !KillMatrix.isCaught(outcome, rule))
                .forEach(rule -> missed.add(fault + " breaks " + rule + ", but " + said(outcome))));

    assertThat(missed).isEmpty();
  }

  private static List<String> said(Outcome outcome) {
    return outcome.results().stream()
        .filter(result -> result.verdict() != Verdict.NOT_APPLICABLE)
        .map(OddServer::inWords)
        .toList();
  }

  @Test
  void whatIsCaughtIsExplained() {
    for (Outcome outcome : outcomes.values()) {
      List<Result> failed = OddServer.with(outcome, Verdict.FAILED);
      assertThat(failed).allSatisfy(result -> assertThat(result.findings()).isNotEmpty());
    }
  }

  @Test
  void everyMustIsCaught() {
    assertThat(matrix.missing(Level.MUST)).isEmpty();
  }

  @Test
  void nearlyEveryShouldIsCaught() {
    assertThat(matrix.rate(Level.SHOULD))
        .as("rules without a fault: %s", matrix.missing(Level.SHOULD))
        .isGreaterThanOrEqualTo(ENOUGH_SHOULDS);
  }

  @Test
  void thePageSaysSo() throws Exception {
    if (Boolean.getBoolean("tck.write")) {
      Files.writeString(PAGE, matrix.page());
    }
    assertThat(PAGE)
        .as("%s is generated; run this test with -Dtck.write=true to make it anew", PAGE)
        .exists()
        .hasContent(matrix.page());
  }
}
