package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketTest {
  private static final String HEARTBEAT =
      Bytes.utf8("[null,\"1\",\"phoenix\",\"heartbeat\",{}]").toString();
  private static final String BEAT =
      Bytes.utf8("[null,\"1\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]")
          .toString();
  private static final String BYE = "8880" + "00000000";

  private final BroadcastMock mock = BroadcastMock.builder().start();

  @AfterEach
  void stop() {
    mock.close();
  }

  /** Recording 24_raw_ws; what is sent is masked with zeros. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a frame that announces more than 5 000 000 bytes, 81ff00000000004c4b4100000000, 880203f1",
    "a frame without a mask, 81027b7d, 880203ea",
    "a reserved opcode, 838000000000, 880203ea",
    "a close with a code and a reason, 8884000000000fa06f6b, 88020fa0",
    "a close without a code, 888000000000, 8800",
    "a ping and a close, 89820000000068698880 00000000, 8a0268698800",
  })
  void isAnsweredToTheLetter(String name, String sent, String answered) {
    try (var socket = new RawSocket(mock)) {
      socket.write(sent.replace(" ", ""));
      assertThat(socket.rest()).isEqualTo(answered);
    }
  }

  @Test
  void aMessageInFragmentsIsOneMessage() {
    String first = HEARTBEAT.substring(0, 20);
    String second = HEARTBEAT.substring(20);
    try (var socket = new RawSocket(mock)) {
      socket.write("018a00000000" + first);
      socket.write("80" + length(second, 0x80) + "00000000" + second + BYE);
      assertThat(socket.rest()).isEqualTo("81" + length(BEAT, 0) + BEAT + "8800");
    }
  }

  @Test
  void invalidUtf8IsDroppedAndTheSocketStays() {
    try (var socket = new RawSocket(mock)) {
      socket.write("818200000000c328");
      socket.write("81" + length(HEARTBEAT, 0x80) + "00000000" + HEARTBEAT + BYE);
      assertThat(socket.rest()).isEqualTo("81" + length(BEAT, 0) + BEAT + "8800");
    }
  }

  @Test
  void whoGoesOnSendingAfterAForbiddenFrameIsToldWhyTheSocketEnds() {
    String unmasked = "810568656c6c6f";
    try (var socket = new RawSocket(mock)) {
      socket.write(unmasked);
      for (int more = 0; more < 5_000; more++) {
        socket.write("00");
      }

      assertThat(socket.rest()).isEqualTo("880203ea");
    }
  }

  @Test
  void nothingFollowsACloseFrame() {
    try (var socket = new RawSocket(mock)) {
      socket.write(BYE + "81" + length(HEARTBEAT, 0x80) + "00000000" + HEARTBEAT);
      assertThat(socket.rest()).isEqualTo("8800");
    }
  }

  private static String length(String hex, int mask) {
    return HexFormat.of().toHexDigits((byte) (hex.length() / 2 | mask));
  }

  @Test
  void aSubscriberThatDoesNotReadIsGivenUpAndHoldsNobodyBack() throws Exception {
    try (var slow = new RawSocket(mock);
        var alice = Sockets.version2(mock)) {
      slow.writeText(padded("[\"31\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{}}]"));
      Sockets.join(alice, "11", "{\"broadcast\":{\"ack\":true}}");
      String large = "x".repeat(1_000_000);
      for (int ref = 2; ref < 40; ref++) {
        alice.send(
            "[\"11\",\"" + ref + "\",\"realtime:room\",\"broadcast\",{\"d\":\"" + large + "\"}]");
        assertThat(alice.next()).startsWith("[\"11\",\"" + ref + "\"");
      }
      // Far less than the 38 MB that were sent: the mock did not keep them for it.
      assertThat(slow.rest().length() / 2).isLessThan(30_000_000);
    }
  }

  private static String padded(String text) {
    return text + " ".repeat(200 - text.length());
  }
}
