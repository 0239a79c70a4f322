package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Receive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameBytesTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void theClientsFramesAreFinalAndMasked() {
    assertThat(FrameWriter.bytes(new Frame(Frame.Kind.TEXT, "hi")))
        .as("fin and text, masked and two bytes, the mask, h and i under the mask")
        .asHexString()
        .isEqualToIgnoringCase("81 82 11223344 794b".replace(" ", ""));
    assertThat(FrameWriter.bytes(new Frame(Frame.Kind.BINARY, "00ff")))
        .asHexString()
        .isEqualToIgnoringCase("82 82 11223344 11dd".replace(" ", ""));
    assertThat(FrameWriter.close(1000))
        .asHexString()
        .isEqualToIgnoringCase("88 82 11223344 12ca".replace(" ", ""));
  }

  @Test
  void theClientsLongFramesHaveLongLengths() {
    assertThat(FrameWriter.bytes(new Frame(Frame.Kind.PING, "x".repeat(126))))
        .startsWith(HEX.parseHex("89fe007e"))
        .hasSize(8 + 126);
    assertThat(FrameWriter.bytes(new Frame(Frame.Kind.TEXT, "x".repeat(65_536))))
        .startsWith(HEX.parseHex("81ff0000000000010000"))
        .hasSize(14 + 65_536);
  }

  @Test
  void theServersFramesAreRead() throws IOException {
    assertThat(read("81026869")).isEqualTo(new Receive(new Frame(Frame.Kind.TEXT, "hi")));
    assertThat(read("820200ff")).isEqualTo(new Receive(new Frame(Frame.Kind.BINARY, "00ff")));
    assertThat(read("8a026869")).isEqualTo(new Receive(new Frame(Frame.Kind.PONG, "hi")));
    assertThat(read("817e007e" + "78".repeat(126)))
        .isEqualTo(new Receive(new Frame(Frame.Kind.TEXT, "x".repeat(126))));
    assertThat(read("817f0000000000000002" + "6869"))
        .isEqualTo(new Receive(new Frame(Frame.Kind.TEXT, "hi")));
  }

  @Test
  void closeFramesAreReadWithTheirCode() throws IOException {
    assertThat(read("880203e8")).isEqualTo(new Closed(1000, ""));
    assertThat(read("880403f16869")).isEqualTo(new Closed(1009, "hi"));
    assertThat(read("8800")).isEqualTo(new Closed(1005, ""));
  }

  @Test
  void framesThatAServerMustNotSendEndTheSocket() throws IOException {
    assertThat(read("0101" + "78")).as("a fragment").extracting("code").isEqualTo(1002);
    assertThat(read("c101" + "78")).as("a reserved bit").extracting("code").isEqualTo(1002);
    assertThat(read("8301" + "78")).as("opcode 3").extracting("code").isEqualTo(1002);
    assertThat(read("8181")).as("a mask").extracting("code").isEqualTo(1002);
  }

  private static Answer read(String hex) throws IOException {
    return new FrameReader(new ByteArrayInputStream(HEX.parseHex(hex))).next();
  }
}
