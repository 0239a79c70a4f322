package dev.broadcasttck.conformance.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How bytes become messages for whoever goes along with a socket. */
class GuardedRelayTest {
  /** Masked "Hi" of a client's; two fragments of "Hello" with a ping between; a close with 1000. */
  private static final String SAID =
      "818211223344" + "594b" + "01024865" + "890170" + "80036c6c6f" + "880203e8";

  @Test
  void messagesComeWholeAndWithTheirOwnBytes() {
    List<String> heard = new ArrayList<>();
    Messages messages = new Messages(it -> heard.add(told(it)));

    for (byte each : HexFormat.of().parseHex(SAID)) {
      messages.pass(Unpooled.wrappedBuffer(new byte[] {each}));
    }

    assertThat(heard)
        .containsExactly(
            "1 4869 818211223344594b", "1 48656c6c6f 0102486589017080036c6c6f", "8 03e8 880203e8");
    assertThat(messages.rest().isReadable()).isFalse();
  }

  @Test
  void whatIsTooLargeToBeHeldPassesUnseen() {
    Messages messages = new Messages(it -> assertThat(told(it)).isEmpty());

    ByteBuf passed = messages.pass(bytes("827f7fffffffffffffff" + "0102"));

    assertThat(ByteBufUtil.hexDump(passed)).isEqualTo("827f7fffffffffffffff0102");
    assertThat(ByteBufUtil.hexDump(messages.pass(bytes("0304")))).isEqualTo("0304");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<String> heard = new ArrayList<>();
    Messages messages = new Messages(it -> heard.add(it.opcode() + " " + it.content().length));

    for (int length : new int[] {0, 125, 126, 65_535, 65_536}) {
      messages.pass(FrameWriter.toServer(Message.TEXT, new byte[length]));
      messages.pass(FrameWriter.toClient(Message.BINARY, new byte[length]));
    }

    assertThat(heard)
        .containsExactly(
            "1 0", "2 0", "1 125", "2 125", "1 126", "2 126", "1 65535", "2 65535", "1 65536",
            "2 65536");
  }

  private static String told(Message message) {
    return "%d %s %s"
        .formatted(
            message.opcode(),
            HexFormat.of().formatHex(message.content()),
            ByteBufUtil.hexDump(message.bytes()));
  }

  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
  }
}
