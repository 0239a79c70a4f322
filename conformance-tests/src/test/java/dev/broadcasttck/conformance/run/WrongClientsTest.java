package dev.broadcasttck.conformance.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong client is red on the rules that name its fault. */
class WrongClientsTest {
  /** Nearly all of their time wrong clients are waited for. */
  private static final int SIDE_BY_SIDE = 12;

  private static final Corpus CORPUS = Corpora.bundled();
  private static final BundledMock MOCK = BundledMock.open(List.of());
  private static final ExecutorService STAGES = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private static final Map<Misbehaviour, Future<Played>> PLAYED = new EnumMap<>(Misbehaviour.class);
  private static final Transport TRANSPORT = Transport.open(TransportOptions.PLAIN);
  private static final Budgets SHORT = new Budgets(Duration.ofSeconds(1));

  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);

  /** What each way of being wrong breaks: every one of these rules has a red scenario. */
  private static final Map<Misbehaviour, Set<String>> BROKEN =
      Map.ofEntries(
          entry(Misbehaviour.HANGS_ON_ERROR_ACK, Set.of("CACK-1")),
          entry(Misbehaviour.NEVER_TIMES_OUT, Set.of("CACK-2")),
          entry(Misbehaviour.TAKES_ERROR_FOR_OK, Set.of("CACK-1")),
          entry(Misbehaviour.TAKES_SILENCE_FOR_OK, Set.of("CACK-2")),
          entry(Misbehaviour.HANGS_WHEN_THE_SOCKET_ENDS, Set.of("CACK-7")),
          entry(Misbehaviour.DEAF_AFTER_ANOTHERS_ERROR, Set.of("CACK-10")),
          entry(Misbehaviour.DEAF_AFTER_ANOTHERS_JOIN_ERROR, Set.of("CJOIN-10")),
          entry(Misbehaviour.SUBSCRIBED_TOO_EARLY, Set.of("CBACK-11")),
          entry(Misbehaviour.SUBSCRIBED_DESPITE_ERROR, Set.of("CJOIN-9")),
          entry(Misbehaviour.SUBSCRIBED_WITHOUT_REPLY, Set.of("CJOIN-12")),
          entry(Misbehaviour.IGNORES_PHX_CLOSE, Set.of("CBACK-14")),
          entry(Misbehaviour.IGNORES_PHX_ERROR, Set.of("CBACK-12", "CBACK-13")),
          entry(Misbehaviour.FIRST_CHANNEL_IGNORES_PHX_ERROR, Set.of("CBACK-12")),
          entry(Misbehaviour.HEEDS_STALE_CLOSE, Set.of("CBACK-15")),
          entry(Misbehaviour.NO_RECONNECT, Set.of("CBACK-1")),
          entry(Misbehaviour.NO_RECONNECT_AFTER_1000, Set.of("CBACK-1")),
          entry(Misbehaviour.NO_RECONNECT_AFTER_1001, Set.of("CBACK-1")),
          entry(Misbehaviour.NO_RECONNECT_AFTER_1006, Set.of("CBACK-1")),
          entry(Misbehaviour.NO_RECONNECT_AFTER_1011, Set.of("CBACK-1")),
          entry(Misbehaviour.GIVES_UP_WHEN_REFUSED, Set.of("CBACK-6")),
          entry(Misbehaviour.NO_REJOIN, Set.of("CBACK-2")),
          entry(Misbehaviour.REJOINS_FIRST_CHANNEL_ONLY, Set.of("CBACK-2")),
          entry(Misbehaviour.NO_REJOIN_AFTER_ERROR, Set.of("CBACK-12")),
          entry(Misbehaviour.REJOINS_WITHOUT_CONFIG, Set.of("CBACK-3")),
          entry(Misbehaviour.REJOINS_WITH_OLD_TOKEN, Set.of("CTOKEN-10")),
          entry(Misbehaviour.LOSES_LISTENERS_AFTER_A_DROP, Set.of("CBACK-4")),
          entry(Misbehaviour.REJOIN_STORM, Set.of("CJOIN-11")),
          entry(Misbehaviour.RECONNECTS_TWICE, Set.of("CBACK-5")),
          entry(Misbehaviour.NO_HEARTBEAT, Set.of("CBEAT-1")),
          entry(Misbehaviour.FORGETS_HEARTBEAT_REPLY, Set.of("CBEAT-5")),
          entry(Misbehaviour.NOTICES_SILENCE_LATE, Set.of("CBEAT-5")),
          entry(Misbehaviour.HEARTBEAT_ON_ANOTHER_TOPIC, Set.of("CBEAT-1")),
          entry(Misbehaviour.TWO_HEARTBEATS_AFTER_RECONNECT, Set.of("CBEAT-8")),
          entry(Misbehaviour.FLAT_PAYLOAD, Set.of("CFRAME-1")),
          entry(Misbehaviour.MUTATES_PAYLOAD, Set.of("CFRAME-1")),
          entry(Misbehaviour.DROPS_USER_KEYS, Set.of("CFRAME-2")),
          entry(Misbehaviour.HEARS_WITHOUT_USER_KEYS, Set.of("CFRAME-2")),
          entry(Misbehaviour.FILTERS_NOTHING, Set.of("FILTER-3")),
          entry(Misbehaviour.DOUBLE_DELIVERY, Set.of("CBACK-4")),
          entry(Misbehaviour.ONE_LISTENER_ONLY, Set.of("CBACK-4")),
          entry(Misbehaviour.MATCHES_ONE_CASE, Set.of("FILTER-8")),
          entry(Misbehaviour.STAR_IS_A_NAME, Set.of("CHEAR-8")),
          entry(Misbehaviour.MATCHES_PREFIXES, Set.of("FILTER-3")),
          entry(Misbehaviour.SENDS_BEFORE_JOINED, Set.of("CSEND-1")),
          entry(Misbehaviour.REST_WITH_PREFIX, Set.of("CREST-3")),
          entry(Misbehaviour.REST_EMPTY_AUTHORIZATION, Set.of("CREST-5")),
          entry(Misbehaviour.REST_WITHOUT_KEY, Set.of("CREST-6")),
          entry(Misbehaviour.REST_UNESCAPED, Set.of("CREST-9")),
          entry(Misbehaviour.REST_BY_PUT, Set.of("CREST-1")),
          entry(Misbehaviour.REST_FORGETS_PRIVACY, Set.of("CREST-8")),
          entry(Misbehaviour.REST_ALWAYS_OK, Set.of("CREST-10")),
          entry(Misbehaviour.REST_OK_IS_200_ONLY, Set.of("CREST-4")),
          entry(Misbehaviour.REST_HANGS, Set.of("CREST-12")),
          entry(Misbehaviour.REST_HANGS_ON_RESET, Set.of("CREST-11")),
          entry(Misbehaviour.RESOLVES_EARLY, Set.of("ACK-2", "CACK-3")),
          entry(Misbehaviour.REPLY_BY_ORDER_NOT_REF, Set.of("CACK-3")),
          entry(Misbehaviour.DIES_OF_UNKNOWN_REPLY, Set.of("CACK-4")),
          entry(Misbehaviour.WITHOUT_JOIN_REF, Set.of("CFRAME-4")),
          entry(Misbehaviour.STALE_JOIN_REF, Set.of("CFRAME-4")),
          entry(Misbehaviour.PUSH_REF_AS_JOIN_REF, Set.of("CFRAME-4")),
          entry(Misbehaviour.LEAVES_WITHOUT_JOIN_REF, Set.of("CFRAME-4")),
          entry(Misbehaviour.FIRST_JOIN_WITHOUT_TOKEN, Set.of("CTOKEN-2")),
          entry(Misbehaviour.DOES_NOT_WAIT_FOR_THE_TOKEN, Set.of("CTOKEN-3")),
          entry(Misbehaviour.JOIN_NEVER_TIMES_OUT, Set.of("CJOIN-12")),
          entry(Misbehaviour.NO_RETRY_AFTER_TIMEOUT, Set.of("CJOIN-13")),
          entry(Misbehaviour.DIES_OF_GARBAGE, Set.of("CFAULT-1")),
          entry(Misbehaviour.DIES_OF_BINARY_GARBAGE, Set.of("CFAULT-2")),
          entry(Misbehaviour.DIES_OF_AN_ODD_PAYLOAD, Set.of("CFAULT-4")),
          entry(Misbehaviour.DIES_OF_UNKNOWN_EVENT, Set.of("CFAULT-3")),
          entry(Misbehaviour.LOSES_ONE_OF_A_BURST, Set.of("CACK-6")),
          entry(Misbehaviour.NO_PHX_LEAVE, Set.of("CLEAVE-4")),
          entry(Misbehaviour.HEARS_AFTER_LEAVE, Set.of("CLEAVE-3")),
          entry(Misbehaviour.LEAVES_EVERYTHING, Set.of("CLEAVE-1")),
          entry(Misbehaviour.CANNOT_COME_BACK, Set.of("CLEAVE-12")),
          entry(Misbehaviour.ECHOES_ITSELF, Set.of("CHEAR-9")),
          entry(Misbehaviour.ECHOES_TWICE, Set.of("SELF-3")),
          entry(Misbehaviour.NEVER_ASKS_FOR_SELF, Set.of("CJOIN-2")),
          entry(Misbehaviour.ALWAYS_ASKS_FOR_SELF, Set.of("SELF-1")),
          entry(Misbehaviour.LENGTH_IN_CHARACTERS, Set.of("CFRAME-8")),
          entry(Misbehaviour.LOSES_UNICODE, Set.of("CFRAME-8")),
          entry(Misbehaviour.DEAF_TO_BINARY_BROADCASTS, Set.of("CHEAR-6")),
          entry(Misbehaviour.DEAF_TO_TEXT_BROADCASTS, Set.of("CHEAR-2")),
          entry(Misbehaviour.RENEWED_TOKEN_NOT_SENT, Set.of("CTOKEN-5")),
          entry(Misbehaviour.RENEWED_TOKEN_TO_FIRST_CHANNEL_ONLY, Set.of("CTOKEN-5")),
          entry(Misbehaviour.RENEWED_TOKEN_NOT_IN_NEXT_JOIN, Set.of("CTOKEN-7")),
          entry(Misbehaviour.ZOMBIE_SOCKET, Set.of("LEAVE-4")),
          entry(Misbehaviour.RECONNECTS_BY_ITSELF, Set.of("CLEAVE-9")),
          entry(Misbehaviour.SIGN_OUT_KEEPS_THE_TOKEN, Set.of("CTOKEN-9")),
          entry(Misbehaviour.HEEDS_STALE_ERROR, Set.of("CBACK-15")),
          entry(Misbehaviour.RECONNECT_STORM, Set.of("CBACK-7")),
          entry(Misbehaviour.SETTLES_TWICE, Set.of("CACK-4")),
          entry(Misbehaviour.SILENT_RATE_LIMIT, Set.of("CSEND-8")),
          entry(Misbehaviour.SENDS_OUT_OF_ORDER, Set.of("CFRAME-7")),
          entry(Misbehaviour.CUTS_LONG_PAYLOADS, Set.of("CFRAME-9")),
          entry(Misbehaviour.ARRAYS_ON_VERSION_1, Set.of("CCONNECT-3")),
          entry(Misbehaviour.LOSES_LISTENERS_ON_RECONNECT, Set.of("CLEAVE-12")),
          entry(Misbehaviour.DEAD_AFTER_DISCONNECT, Set.of("CLEAVE-10")));

  /** What no scenario is red about yet. */
  private static final Set<Misbehaviour> UNSEEN = EnumSet.of(Misbehaviour.HEARTBEAT_WHEN_IDLE_ONLY);

  @BeforeAll
  static void playSideBySide() {
    seen().forEach(wrong -> PLAYED.put(wrong, STAGES.submit(() -> play(wrong))));
  }

  @AfterAll
  static void close() {
    STAGES.shutdown();
    TRANSPORT.close();
    MOCK.close();
  }

  static Stream<Misbehaviour> seen() {
    return EnumSet.complementOf(EnumSet.copyOf(UNSEEN)).stream();
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aWrongClientIsRedOnTheRulesThatItBreaks(Misbehaviour misbehaviour) throws Exception {
    Played played = PLAYED.get(misbehaviour).get();

    assertThat(red(played.outcome()))
        .as(() -> inWords(played.outcome()))
        .containsAll(BROKEN.get(misbehaviour));
    assertThat(played.outcome().count(Verdict.HARNESS_ERROR)).isZero();
    assertThat(played.activations()).isPositive();
  }

  @Test
  void everyMisbehaviourIsEitherSeenOrOwnedUpTo() {
    assertThat(BROKEN.keySet()).doesNotContainAnyElementsOf(UNSEEN);
    assertThat(seen()).allMatch(BROKEN::containsKey);
  }

  private static Played play(Misbehaviour misbehaviour) throws InterruptedException {
    try (ScriptedDriver driver = new ScriptedDriver(TRANSPORT, Set.of(misbehaviour))) {
      Optional<PlainNetwork> noSockets = Optional.empty();
      Outcome outcome =
          new Run(CORPUS.rules(), MOCK.target(), driver, noSockets, Quota.OWN, SHORT, BRIEF)
              .play(proving(BROKEN.get(misbehaviour)), new SilentListener());
      return new Played(outcome, driver.activations(misbehaviour));
    }
  }

  private static String inWords(Outcome outcome) {
    return outcome.results().stream()
        .map(result -> "%s %s %s".formatted(result.verdict(), result.id(), result.findings()))
        .collect(Collectors.joining("; "));
  }

  private record Played(Outcome outcome, int activations) {}

  private static List<Playing> proving(Set<String> rules) {
    return Playing.all(CORPUS).stream()
        .filter(playing -> !playing.scenario().isAtWireLevel())
        .filter(playing -> playing.scenario().proves().stream().anyMatch(rules::contains))
        .toList();
  }

  private static Set<String> red(Outcome outcome) {
    Set<String> failed =
        outcome.results().stream()
            .filter(result -> result.verdict() == Verdict.FAILED)
            .map(Result::id)
            .collect(Collectors.toSet());
    return Playing.all(CORPUS).stream()
        .filter(playing -> failed.contains(playing.id()))
        .flatMap(playing -> playing.scenario().proves().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
