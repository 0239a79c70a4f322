package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.catalogue.Oddities;
import dev.broadcasttck.mock.fault.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyMockTest {
  private static final Duration LATE = Duration.ofMillis(300);
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

  @Test
  void aLateEchoComesByTheWorldsTimeAndNotByTheMocks() throws Exception {
    Fault fault = fault("ECHO_AFTER_300_MS");
    try (var mock = BroadcastMock.builder().faults(List.of(fault)).start();
        var alice = Sockets.version2(mock)) {
      Sockets.join(alice, "11", "{}");
      long sent = System.nanoTime();
      alice.send(PUSH);
      mock.advance(Duration.ofHours(1));
      assertThat(fault.activations()).isZero();
      assertThat(alice.next()).isEqualTo(COPY);
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(LATE);
    }
    assertThat(fault.activations()).isEqualTo(1);
  }

  @Test
  void anAnswerCanBeKeptBack() throws Exception {
    Fault odd = Oddities.named("REST_ANSWERED_LATE_300_MS").orElseThrow();
    try (var mock = BroadcastMock.builder().faults(List.of(odd)).start();
        var bob = Sockets.version2(mock)) {
      Sockets.join(bob, "21", "{}");
      long sent = System.nanoTime();
      assertThat(Sockets.post(mock, "room", "e")).isEqualTo(202);
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(LATE);
    }
    assertThat(odd.activations()).isEqualTo(1);
  }

  @Test
  void aFaultThatNobodyKnowsIsAbsent() {
    assertThat(Faults.named("echo")).isEmpty();
  }

  private static Fault fault(String name) {
    return Faults.named(name).orElseThrow();
  }
}
