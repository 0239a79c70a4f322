package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyMockTest {
  private static final String PUSH =
      "[\"11\",\"2\",\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String COPY =
      "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String ACK =
      "[\"11\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String FENCE =
      "[null,\"9\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";

  @Test
  void withoutAFaultTheSenderHearsItsAckAndNothingElse() throws Exception {
    try (var mock = BroadcastMock.builder().start()) {
      assertThat(heardBySender(mock)).containsExactly(ACK, FENCE);
    }
  }

  @Test
  void echoAlwaysLetsTheSenderHearItself() throws Exception {
    Fault fault = fault("ECHO_ALWAYS");
    try (var mock = BroadcastMock.builder().faults(List.of(fault)).start()) {
      assertThat(heardBySender(mock)).containsExactly(COPY, ACK, FENCE);
    }
    assertThat(fault.activations()).isEqualTo(1);
  }

  @Test
  void ackMissingLeavesTheSenderWithoutAReply() throws Exception {
    Fault fault = fault("ACK_MISSING");
    try (var mock = BroadcastMock.builder().faults(List.of(fault)).start()) {
      assertThat(heardBySender(mock)).containsExactly(FENCE);
    }
    assertThat(fault.activations()).isEqualTo(1);
  }

  private static List<String> heardBySender(BroadcastMock mock) throws InterruptedException {
    try (var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{\"broadcast\":{\"ack\":true}}");
      alice.send(PUSH);
      alice.send("[null,\"9\",\"phoenix\",\"heartbeat\",{}]");
      return alice.upTo(FENCE);
    }
  }

  @Test
  void eventRenamedChangesTheEventOfTextAndOfBinary() throws Exception {
    Fault fault = fault("EVENT_RENAMED");
    try (var mock = BroadcastMock.builder().faults(List.of(fault)).start();
        var alice = Sockets.version2(mock);
        var bob = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
      Sockets.join(bob, "21", "{}");
      alice.send(PUSH);
      assertThat(bob.next()).isEqualTo(COPY.replace("\"e\"", "\"e-changed\""));
      // kind 3, join_ref "11", ref "2", topic "realtime:room", event "e", JSON, {}
      alice.sendBinary("0302010d010001" + "3131" + "32" + "7265616c74696d653a726f6f6d" + "657b7d");
      // kind 4, topic, event "e-changed"
      assertThat(bob.next())
          .isEqualTo("040d090001" + "7265616c74696d653a726f6f6d" + "652d6368616e6765647b7d");
    }
    assertThat(fault.activations()).isEqualTo(2);
  }

  @Test
  void restDeafTakesABroadcastThatNobodyHears() throws Exception {
    Fault fault = fault("REST_DEAF");
    try (var mock = BroadcastMock.builder().faults(List.of(fault)).start();
        var alice = Sockets.version2(mock);
        var bob = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
      Sockets.join(bob, "21", "{}");
      assertThat(Sockets.post(mock, "room", "e")).isEqualTo(202);
      alice.send(PUSH);
      assertThat(bob.next()).isEqualTo(COPY);
    }
    assertThat(fault.activations()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECHO_ALWAYS", "ACK_MISSING", "EVENT_RENAMED", "REST_DEAF"})
  void everyFaultIsKnownByItsNameAndNamesTheRulesThatItBreaks(String name) {
    assertThat(Faults.names()).contains(name);
    assertThat(fault(name).name()).isEqualTo(name);
    assertThat(fault(name).violates()).isNotEmpty();
  }

  @Test
  void aFaultThatNobodyKnowsIsAbsent() {
    assertThat(Faults.named("echo")).isEmpty();
  }

  private static Fault fault(String name) {
    return Faults.named(name).orElseThrow();
  }
}
