package dev.broadcasttck.mock.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The client's frames as bytes: final, and masked with a key of its own choice. */
final class FrameWriter {
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int CLOSE = 8;
  private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

  private FrameWriter() {}

  static byte[] bytes(Frame frame) {
    return bytes(frame.kind().opcode, frame.payload());
  }

  static byte[] close(int code) {
    return bytes(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  private static byte[] bytes(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) (FINAL | opcode));
    putLength(frame, payload.length);
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static void putLength(ByteBuffer frame, int length) {
    if (length < 126) {
      frame.put((byte) (MASKED | length));
    } else if (length < 1 << 16) {
      frame.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(length);
    }
  }
}
