package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.scripted.Misbehaviour;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.mock.catalogue.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mock with a fault, or a client with one, is found on the tapes of what proves the rule. */
class WrongServersAndClientsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int SCENARIOS = 6;

  @ParameterizedTest
  @CsvSource({
    "HEARTBEAT_SAYS_ERROR, HEARTBEAT-1, HEARTBEAT-1",
    "HEARTBEAT_ANSWERED_TWICE, HEARTBEAT-5, HEARTBEAT-5",
    "JOIN_ANSWERED_TWICE, JOIN-3, JOIN-3",
    "JOIN_REPLY_WITHOUT_CHANGES, JOIN-4, JOIN-4",
    "JOIN_REPLY_SAYS_JOINED, JOIN-16, JOIN-4",
    "ACK_TWICE, ACK-8, ACK-8",
    "REPLY_UNASKED, ACK-4, ACK-4",
    "ACK_SAYS_RECEIVED, ACK-9, ACK-9",
    "ACKS_OUT_OF_ORDER, ACK-15, ACK-1",
    "OBJECT_WITHOUT_REF, FRAME-3, FRAME-3",
    "ARRAY_WITHOUT_PAYLOAD, FRAME-4, FRAME-4",
    "BROADCAST_WITH_A_REF, FRAME-6, FRAME-6",
    "REPLY_WITH_THE_PUSHS_JOIN_REF, FRAME-7, FRAME-7",
    "NUMBER_OF_A_REF_AS_TEXT, FRAME-8, FRAME-8",
    "BINARY_LENGTH_OFF_BY_ONE, FRAME-27, FRAME-27",
    "LEFT_BUT_STILL_A_MEMBER, LEAVE-1, LEAVE-1",
    "LEAVE_SAYS_ERROR, LEAVE-5, LEAVE-5",
    "LEAVE_SAYS_ERROR, LEAVE-8, LEAVE-8",
    "CLOSE_WITH_ANOTHER_JOIN_REF, LEAVE-7, LEAVE-7",
    "ECHO_ALWAYS, SELF-1, SELF-1",
    "COPY_TWICE, ORDER-2, ORDER-2",
    "LEAK_ANYWHERE, BROADCAST-2, BROADCAST-2",
    "PRESENCE_WITHOUT_PHX_REF, PRESENCE-4, PRESENCE-4",
    "CHANGES_WITH_TEXT_FOR_ID, CHANGES-2, CHANGES-2"
  })
  void aServersFaultIsFoundUnderItsRule(String fault, String rule, String shownBy)
      throws InterruptedException {
    List<Result> results =
        Plays.play(
            Plays.proving(shownBy, SCENARIOS),
            List.of(Faults.named(fault).orElseThrow()),
            Set.of(),
            PATIENCE);

    assertThat(rules(results)).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "ARRAYS_ON_VERSION_1, CCONNECT-3, CCONNECT-3",
    "FLAT_PAYLOAD, CFRAME-1, CFRAME-1",
    "WITHOUT_JOIN_REF, CFRAME-4, CFRAME-4",
    "PUSH_REF_AS_JOIN_REF, CFRAME-4, CFRAME-4",
    "STALE_JOIN_REF, CFRAME-4, CFRAME-4",
    "LEAVES_WITHOUT_JOIN_REF, CFRAME-4, CFRAME-4",
    "LENGTH_IN_CHARACTERS, CFRAME-8, CFRAME-8",
    "WITHOUT_METADATA_LENGTH, CFRAME-8, CFRAME-8",
    "SENDS_BEFORE_JOINED, CSEND-1, CSEND-1",
    "SENDS_BEFORE_JOINED, SEND-1, SEND-1",
    "HEARTBEAT_ON_ANOTHER_TOPIC, CBEAT-1, CBEAT-1",
    "REST_BY_PUT, CREST-1, CREST-1",
    "REST_WITH_PREFIX, CREST-3, CREST-3",
    "REST_EMPTY_AUTHORIZATION, CREST-6, CREST-6"
  })
  void aClientsFaultIsFoundUnderItsRule(Misbehaviour wrong, String rule, String shownBy)
      throws InterruptedException {
    List<Result> results =
        Plays.play(Plays.proving(shownBy, SCENARIOS), List.of(), Set.of(wrong), PATIENCE);

    assertThat(rules(results)).contains(rule);
  }

  private static List<String> rules(List<Result> results) {
    return results.stream().flatMap(Plays::findings).map(Violation::rule).distinct().toList();
  }
}
