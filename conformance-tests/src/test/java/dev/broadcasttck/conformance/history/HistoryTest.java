package dev.broadcasttck.conformance.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final Tape tape = new Tape(System::nanoTime);

  @BeforeEach
  void aliceAndBobAreOnOneTopic() {
    tape.append("alice", new SocketOpening("socket-1", "ws://host/websocket?vsn=2.0.0"));
    tape.append("bob", new SocketOpening("socket-2", "ws://host/websocket?vsn=1.0.0"));
    aliceSends("[\"11\",\"11\",\"realtime:a\",\"phx_join\",{}]");
    aliceGets("[\"11\",\"11\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    bobSends(
        "{\"topic\":\"realtime:a\",\"event\":\"phx_join\",\"payload\":{},\"ref\":\"21\",\"join_ref\":\"21\"}");
    bobGets(
        "{\"ref\":\"21\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"ok\",\"response\":{}},\"topic\":\"realtime:a\"}");
  }

  @Test
  void anOrdinaryConversationIsInOrder() {
    aliceBroadcasts("1", 1);
    aliceBroadcasts("2", 2);
    bobGetsBroadcast(1);
    bobGetsBroadcast(2);
    aliceGets("[\"11\",\"1\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(rules()).isEmpty();
  }

  @Test
  void whatOvertakesAnEarlierBroadcastIsSeen() {
    aliceBroadcasts("1", 1);
    aliceBroadcasts("2", 2);
    bobGetsBroadcast(2);
    bobGetsBroadcast(1);

    assertThat(rules()).containsExactly("ORDER-1");
  }

  @Test
  void aSecondDeliveryIsSeen() {
    aliceBroadcasts("1", 1);
    bobGetsBroadcast(1);
    bobGetsBroadcast(1);

    assertThat(rules()).containsExactly("ORDER-2");
  }

  @Test
  void twoEqualBroadcastsMayArriveTwice() {
    aliceBroadcasts("1", 1);
    aliceBroadcasts("2", 1);
    bobGetsBroadcast(1);
    bobGetsBroadcast(1);

    assertThat(rules()).isEmpty();
  }

  @Test
  void aSecondReplyToABroadcastIsSeen() {
    aliceBroadcasts("1", 1);
    aliceGets("[\"11\",\"1\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    aliceGets("[\"11\",\"1\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(rules()).containsExactly("ACK-8");
  }

  @Test
  void aSecondReplyToAJoinIsSeen() {
    aliceGets("[\"11\",\"11\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(rules()).containsExactly("JOIN-3");
  }

  @Test
  void aBroadcastOfATopicThatWasNeverJoinedIsSeen() {
    aliceGets(
        "[null,null,\"realtime:b\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{}}]");

    assertThat(rules()).containsExactly("BROADCAST-2");
  }

  @Test
  void aBroadcastAfterTheCloseOfItsChannelIsSeen() {
    aliceGets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]");
    aliceGets(
        "[null,null,\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{}}]");

    assertThat(rules()).containsExactly("LEAVE-1");
  }

  @Test
  void theCloseOfAReplacedJoinDoesNotEndTheNewOne() {
    aliceSends("[\"12\",\"12\",\"realtime:a\",\"phx_join\",{}]");
    aliceGets("[\"12\",\"12\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    aliceGets("[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]");
    aliceGets(
        "[null,null,\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{}}]");

    assertThat(rules()).isEmpty();
  }

  @Test
  void aFrameThatIsNoneIsSeen() {
    aliceGets("[\"11\",\"11\",\"realtime:a\",\"phx_close\"]");
    bobGets("{not json");

    assertThat(rules()).containsExactly("FRAME-4", "FRAME-3");
  }

  @Test
  void whatFollowsFromBytesOfAScriptIsForTheScriptToJudge() {
    tape.append("alice", new FrameSent("socket-1", Encoder.raw("{not json")));
    bobGets("{not json");

    assertThat(rules()).isEmpty();
  }

  @Test
  void aDeliveryWithAReferenceAndACloseWithTwoAreSeen() {
    aliceGets("[null,\"9\",\"realtime:a\",\"broadcast\",{}]");
    aliceGets("[\"11\",\"12\",\"realtime:a\",\"phx_close\",{}]");

    assertThat(rules()).contains("FRAME-6", "LEAVE-7");
  }

  @Test
  void whatAClientSendsAndNobodyCanReadIsOurs() {
    tape.append("bob", new FrameSent("socket-2", Encoder.raw("[1,2")));

    assertThat(History.ourOwn(tape.entries())).extracting(Violation::rule).hasSize(1);
    assertThat(rules()).isEmpty();
  }

  private List<String> rules() {
    return History.violations(tape.entries()).stream().map(Violation::rule).toList();
  }

  private void aliceBroadcasts(String ref, int n) {
    aliceSends(
        "[\"11\",\"%s\",\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"n\":%d}}]"
            .formatted(ref, n));
  }

  private void bobGetsBroadcast(int n) {
    bobGets(
        "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{\"event\":\"e\",\"payload\":{\"n\":%d.0},\"type\":\"broadcast\"},\"topic\":\"realtime:a\"}"
            .formatted(n));
  }

  private void aliceSends(String text) {
    tape.append("alice", new FrameSent("socket-1", frame(ProtocolVersion.V2, text)));
  }

  private void aliceGets(String text) {
    tape.append("alice", new FrameReceived("socket-1", frame(ProtocolVersion.V2, text)));
  }

  private void bobSends(String text) {
    tape.append("bob", new FrameSent("socket-2", frame(ProtocolVersion.V1, text)));
  }

  private void bobGets(String text) {
    tape.append("bob", new FrameReceived("socket-2", frame(ProtocolVersion.V1, text)));
  }

  private static Frame frame(ProtocolVersion vsn, String text) {
    return new Decoder(vsn).text(text);
  }
}
