package dev.broadcasttck.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameScannerTest {
  private final FrameScanner scanner = new FrameScanner();

  @Test
  void countsTheMessagesThatEnd() {
    // "hi", an empty binary message, and "hi" again
    assertThat(scan("8102 6869 8200 8102 6869")).isEqualTo(3);
  }

  @Test
  void countsAMessageWhereverItIsCut() {
    byte[] bytes = hex("8102 6869 8200 817e 0003 616263");
    int messages = 0;
    for (byte one : bytes) {
      messages += scanner.scan(ByteBuffer.wrap(new byte[] {one}));
    }
    assertThat(messages).isEqualTo(3);
  }

  @Test
  void skipsLongMessages() {
    byte[] long16 = ByteBuffer.allocate(4 + 300).put(hex("817e 012c")).array();
    byte[] long64 = ByteBuffer.allocate(10 + 70_000).put(hex("827f 0000000000011170")).array();
    assertThat(scanner.scan(ByteBuffer.wrap(long16))).isEqualTo(1);
    assertThat(scanner.scan(ByteBuffer.wrap(long64))).isEqualTo(1);
    assertThat(scan("8100")).isEqualTo(1);
  }

  @Test
  void countsFragmentsAsOneMessageAndPingsAsNone() {
    // "a" without the end, a ping with one byte, "b" with the end
    assertThat(scan("0101 61 8901 70 8001 62")).isEqualTo(1);
  }

  @Test
  void noticesACloseFrame() {
    assertThat(scanner.isClosed()).isFalse();
    assertThat(scan("8802 03e8")).isZero();
    assertThat(scanner.isClosed()).isTrue();
  }

  @Test
  void readsWhatAClientMasks() {
    assertThat(scanner.scan(ByteBuffer.wrap(ClientFrames.text(new byte[200])))).isEqualTo(1);
    assertThat(scanner.scan(ByteBuffer.wrap(ClientFrames.text(new byte[5])))).isEqualTo(1);
  }

  private int scan(String digits) {
    return scanner.scan(ByteBuffer.wrap(hex(digits)));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
