package dev.broadcasttck.mock.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Receive;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads the server's frames; one that breaks RFC 6455 ends the socket with code 1002. */
final class FrameReader {
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int CLOSE = 8;
  private static final int NO_CODE = 1005;
  private static final int PROTOCOL_ERROR = 1002;

  private final DataInputStream in;

  FrameReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** The frame that these bytes are. */
  static Answer frame(String hex) {
    try {
      return new FrameReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex))).next();
    } catch (IOException e) {
      throw new IllegalArgumentException("not a whole frame: " + hex, e);
    }
  }

  Answer next() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if (second >= MASKED) {
      return new Closed(PROTOCOL_ERROR, "seen by the client: the server masks its frames");
    }
    byte[] payload = in.readNBytes(length(second));
    return first == (FINAL | CLOSE) ? closed(payload) : received(first, payload);
  }

  /** A first byte with more than FINAL and a known opcode in it leaves no known opcode here. */
  private static Answer received(int first, byte[] payload) {
    return Frame.Kind.of(first ^ FINAL)
        .<Answer>map(kind -> new Receive(Frame.of(kind, payload)))
        .orElseGet(
            () -> new Closed(PROTOCOL_ERROR, "seen by the client: a frame begins with " + first));
  }

  private int length(int second) throws IOException {
    return switch (second) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> second;
    };
  }

  private static Answer closed(byte[] payload) {
    if (payload.length < 2) {
      return new Closed(NO_CODE, "");
    }
    int code = ByteBuffer.wrap(payload).getShort() & 0xffff;
    return new Closed(code, new String(Arrays.copyOfRange(payload, 2, payload.length), UTF_8));
  }
}
