package dev.broadcasttck.conformance.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.history.Violation.Culprit;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tapes on which something is wrong, and whose fault it is. */
class HistoryTest {
  private static final String JOIN = "[\"11\",\"1\",\"realtime:a\",\"phx_join\",{}]";
  private static final String JOINED =
      "[\"11\",\"1\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String CLOSED = "[\"11\",\"11\",\"realtime:a\",\"phx_close\",{}]";

  private final Tape tape = new Tape(() -> 0);
  private final Decoder version2 = new Decoder(ProtocolVersion.V2);

  HistoryTest() {
    tape.append("alice", new Happening.SocketOpening("old", "ws://h/websocket?vsn=1.0.0"));
    tape.append("bob", new Happening.SocketOpening("new", "ws://h/websocket?vsn=2.0.0"));
    tape.append("carol", new Happening.SocketOpening("sender", "ws://h/websocket?vsn=2.0.0"));
  }

  @Test
  void nothingIsWrongWithAnOrdinaryConversation() {
    send("new", JOIN);
    get("new", JOINED);
    send("sender", JOIN);
    get("sender", JOINED);
    send("sender", broadcast(1, 21));
    send("sender", broadcast(2, 22));
    get("new", broadcast(1, null));
    get("new", broadcast(2, null));
    send("new", "[\"11\",\"2\",\"realtime:a\",\"phx_leave\",{}]");
    get("new", "[\"11\",\"2\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    get("new", CLOSED);

    assertThat(rules()).isEmpty();
  }

  @Test
  void framesOfTheWrongShape() {
    getOld("{\"topic\":\"phoenix\",\"event\":\"system\",\"payload\":{}}");
    getOld("{\"topic\":\"t\",\"event\":\"system\",\"payload\":{},\"ref\":null,\"join_ref\":\"1\"}");
    getOld("{\"topic\":{not json}");
    get("new", "[null,null,\"t\",\"system\"]");
    get("new", "[\"11\",\"12\",\"realtime:a\",\"phx_close\",{}]");

    assertThat(rules()).containsExactly("FRAME-3", "FRAME-5", "FRAME-3", "FRAME-4", "LEAVE-7");
  }

  @Test
  void aSecondAnswer() {
    send("new", JOIN);
    get("new", JOINED);
    get("new", JOINED);
    send("new", broadcast(1, 5));
    get("new", "[\"11\",\"5\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    get("new", "[\"11\",\"5\",\"realtime:a\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(rules()).containsExactly("JOIN-3", "ACK-8");
  }

  @Test
  void broadcastsFromOutside() {
    get("new", broadcast(1, null));
    send("new", JOIN);
    get("new", JOINED);
    get("new", broadcast(2, null));
    get("new", CLOSED);
    get("new", broadcast(3, null));

    assertThat(rules()).containsExactly("BROADCAST-2", "LEAVE-1");
  }

  @Test
  void broadcastsOutOfOrderAndTwice() {
    send("new", JOIN);
    get("new", JOINED);
    send("sender", broadcast(1, 21));
    send("sender", broadcast(2, 22));
    get("new", broadcast(2, null));
    get("new", broadcast(1, null));
    get("new", broadcast(1, null));

    assertThat(rules()).containsExactly("ORDER-1", "ORDER-2");
  }

  @Test
  void aFrameOfOursIsOurFault() {
    tape.append("bob", new Happening.FrameSent("new", Encoder.raw("[1,2")));

    assertThat(History.violations(tape.entries(), false))
        .extracting(Violation::culprit)
        .containsExactly(Culprit.OURSELVES);
    assertThat(History.violations(tape.entries(), true)).isEmpty();
  }

  private static String broadcast(int number, Integer ref) {
    return "[null,%s,\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"n\":%d}}]"
        .formatted(ref == null ? "null" : "\"" + ref + "\"", number);
  }

  private void send(String socket, String text) {
    tape.append(socket, new Happening.FrameSent(socket, version2.text(text)));
  }

  private void get(String socket, String text) {
    tape.append(socket, new Happening.FrameReceived(socket, version2.text(text)));
  }

  private void getOld(String text) {
    tape.append(
        "old", new Happening.FrameReceived("old", new Decoder(ProtocolVersion.V1).text(text)));
  }

  private List<String> rules() {
    return History.violations(tape.entries(), true).stream().map(Violation::rule).toList();
  }
}
