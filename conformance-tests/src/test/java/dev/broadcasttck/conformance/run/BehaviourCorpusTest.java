package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four behaviours against the mock: green where it is right, red exactly where it is not. */
class BehaviourCorpusTest {
  private static final Corpus CORPUS = Corpora.bundled();
  private static final Budgets SHORT = new Budgets(Duration.ofMillis(700));
  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);

  /** What each way of being wrong breaks. */
  private static final Map<Misbehaviour, Set<String>> BROKEN_BY_CLIENT =
      Map.ofEntries(
          entry(Misbehaviour.RESOLVES_EARLY, Set.of("ACK-2")),
          entry(Misbehaviour.FILTERS_NOTHING, Set.of("FILTER-3")));

  @Test
  void anObedientServerAndAnHonestClientAreGreen() throws InterruptedException {
    Outcome outcome = play(List.of(), Set.of());

    assertThat(explained(outcome, Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR))
        .isEmpty();
    assertThat(outcome.count(Verdict.PASSED)).isGreaterThanOrEqualTo(40);
    assertThat(outcome.took()).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECHO_ALWAYS", "ACK_MISSING", "EVENT_RENAMED", "REST_DEAF"})
  void aServersFaultTurnsExactlyTheScenariosOfItsRuleRed(String name) throws InterruptedException {
    Fault fault = Faults.named(name).orElseThrow();

    Outcome outcome = play(List.of(fault), Set.of());

    assertThat(fault.activations()).isPositive();
    assertThat(ids(outcome, Verdict.FAILED)).isEqualTo(proving(fault.violates()));
    assertThat(explained(outcome, Verdict.HARNESS_ERROR)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVES_EARLY", "FILTERS_NOTHING"})
  void aClientsFaultTurnsTheScenariosOfItsRuleRed(Misbehaviour misbehaviour)
      throws InterruptedException {
    Outcome outcome = play(List.of(), Set.of(misbehaviour));

    assertThat(ids(outcome, Verdict.FAILED))
        .containsAll(proving(BROKEN_BY_CLIENT.get(misbehaviour)));
    assertThat(explained(outcome, Verdict.HARNESS_ERROR)).isEmpty();
  }

  private static Outcome play(List<Fault> faults, Set<Misbehaviour> misbehaviours)
      throws InterruptedException {
    try (BroadcastMock mock = BroadcastMock.builder().faults(faults).start();
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver driver = new ScriptedDriver(transport, misbehaviours)) {
      Endpoint endpoint =
          new Endpoint(
              mock.socketUrl(),
              mock.broadcastUrl(),
              new Secret(mock.anonKey()),
              Collections.emptyMap());
      return new Run(CORPUS.rules(), endpoint, driver, Quota.OWN, SHORT, BRIEF)
          .play(playings(), new SilentListener());
    }
  }

  private static List<Playing> playings() {
    return Playing.all(CORPUS).stream()
        .filter(playing -> playing.scenario().corpus().equals("behaviour"))
        .toList();
  }

  private static Set<String> ids(Outcome outcome, Verdict verdict) {
    return outcome.results().stream()
        .filter(result -> result.verdict() == verdict)
        .map(Result::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> proving(Set<String> rules) {
    return playings().stream()
        .filter(playing -> playing.scenario().proves().stream().anyMatch(rules::contains))
        .map(Playing::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> explained(Outcome outcome, Verdict... verdicts) {
    return outcome.results().stream()
        .filter(result -> List.of(verdicts).contains(result.verdict()))
        .map(result -> "%s %s %s".formatted(result.verdict(), result.id(), result.findings()))
        .toList();
  }
}
