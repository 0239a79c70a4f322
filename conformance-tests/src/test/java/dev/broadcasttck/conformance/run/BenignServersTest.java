package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.catalogue.Oddities;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Variant;
import java.time.Duration;
import java.util.ArrayList;
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

/** No server is blamed for what it may do. */
class BenignServersTest {
  private static final int SIDE_BY_SIDE = 24;

  /** One in so many of the stories in which nothing is forbidden. */
  private static final int OTHERS = 4;

  /** What is not forbidden does not come more often by being sent more often. */
  private static final Rigour BRIEF = new Rigour(2, Duration.ofMillis(200));

  private static final ExecutorService SERVERS = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private static Map<Fault, Future<Outcome>> outcomes = Map.of();

  @BeforeAll
  static void playAllSideBySide() {
    outcomes =
        Oddities.names().stream()
            .filter(name -> name.matches(System.getProperty("tck.fault", ".*")))
            .map(name -> Oddities.named(name).orElseThrow())
            .collect(Collectors.toMap(Function.identity(), odd -> SERVERS.submit(() -> play(odd))));
  }

  @AfterAll
  static void end() {
    SERVERS.shutdownNow();
  }

  @Test
  void thereAreAtLeastForty() {
    assertThat(Oddities.names()).hasSizeGreaterThanOrEqualTo(40);
  }

  /** What has only the acknowledgement for a barrier shows nothing there, for or against. */
  @Test
  void aServerThatAcknowledgesNothingAndClaimsNoneIsNotBlamed() throws InterruptedException {
    Fault silent = Faults.named("ACK_MISSING").orElseThrow();

    Outcome outcome = new OddServer(List.of(silent), BRIEF).play(sample(0), false);

    assertThat(
            Stream.of(Verdict.FAILED, Verdict.HARNESS_ERROR)
                .flatMap(verdict -> OddServer.with(outcome, verdict).stream())
                .map(OddServer::inWords))
        .isEmpty();
    assertThat(OddServer.with(outcome, Verdict.INCONCLUSIVE))
        .allSatisfy(result -> assertThat(result.scenario().proves()).contains("SELF-5"));
    assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> nobodyIsBlamed() {
    return outcomes.keySet().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map(odd -> dynamicTest(odd.name(), () -> isNotBlamed(odd)));
  }

  private static void isNotBlamed(Fault odd) throws Exception {
    Outcome outcome = outcomes.get(odd).get();

    assertThat(odd.activations()).as("activations of %s", odd).isPositive();
    assertThat(
            Stream.of(Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR)
                .flatMap(verdict -> OddServer.with(outcome, verdict).stream())
                .map(OddServer::inWords))
        .as("what is not green with %s", odd)
        .isEmpty();
  }

  private static Outcome play(Fault odd) throws InterruptedException {
    return new OddServer(List.of(odd), BRIEF).play(sample(Oddities.names().indexOf(odd.name())));
  }

  /**
   * Of users' stories those in which something must not happen, and some of the others, each in one
   * of its variants; other servers are played the other variants.
   */
  private static List<Playing> sample(int server) {
    List<Playing> sample = new ArrayList<>();
    int number = server;
    for (Scenario scenario : OddServer.CORPUS.scenarios()) {
      if (scenario.corpus().equals("behaviour")) {
        number++;
        if (forbids(scenario) || number % OTHERS == 0) {
          List<Variant> variants = scenario.variants();
          sample.add(new Playing(scenario, variants.get(number % variants.size())));
        }
      }
    }
    return sample;
  }

  private static boolean forbids(Scenario scenario) {
    return scenario.steps().stream()
        .map(Step::verb)
        .anyMatch(verb -> verb.matches("never-.*|no-reply|receives-once|stays-off-.*"));
  }
}
