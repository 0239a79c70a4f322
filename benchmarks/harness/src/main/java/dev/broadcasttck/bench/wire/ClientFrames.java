package dev.broadcasttck.bench.wire;

import java.nio.ByteBuffer;

/** WebSocket frames as a client has to send them: masked. */
public final class ClientFrames {
  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final int MASKED = 0x80;
  private static final int SHORTEST_LONG = 126;
  private static final byte[] KEY = {0x12, 0x34, 0x56, 0x78};

  private ClientFrames() {}

  public static byte[] text(byte[] content) {
    return frame(TEXT, content);
  }

  public static byte[] binary(byte[] content) {
    return frame(BINARY, content);
  }

  private static byte[] frame(int head, byte[] content) {
    boolean isShort = content.length < SHORTEST_LONG;
    ByteBuffer frame = ByteBuffer.allocate(content.length + (isShort ? 6 : 8));
    frame.put((byte) head);
    frame.put((byte) (MASKED | (isShort ? content.length : SHORTEST_LONG)));
    if (!isShort) {
      frame.putShort((short) content.length);
    }
    frame.put(KEY);
    for (int i = 0; i < content.length; i++) {
      frame.put((byte) (content[i] ^ KEY[i % KEY.length]));
    }
    return frame.array();
  }
}
