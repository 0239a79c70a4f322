package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Writes frames that nobody sent like this. */
public final class FrameWriter {
  private static final int WHOLE = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int LONGEST_SHORT = 0xffff;
  private static final int KEY = 4;

  private FrameWriter() {}

  /** As servers write them. */
  public static ByteBuf toClient(int opcode, byte[] content) {
    ByteBuf frame = Unpooled.buffer();
    begin(frame, opcode, content.length, 0);
    return frame.writeBytes(content);
  }

  /** As clients write them: masked. */
  public static ByteBuf toServer(int opcode, byte[] content) {
    ByteBuf frame = Unpooled.buffer();
    begin(frame, opcode, content.length, MASKED);
    byte[] key = new byte[KEY];
    ThreadLocalRandom.current().nextBytes(key);
    frame.writeBytes(key);
    for (int i = 0; i < content.length; i++) {
      frame.writeByte(content[i] ^ key[i % KEY]);
    }
    return frame;
  }

  /** The content of a close frame. */
  public static byte[] close(int code, String reason) {
    ByteBuf content = Unpooled.buffer().writeShort(code);
    content.writeCharSequence(reason, StandardCharsets.UTF_8);
    byte[] bytes = new byte[content.readableBytes()];
    content.readBytes(bytes);
    return bytes;
  }

  private static void begin(ByteBuf frame, int opcode, int length, int masked) {
    frame.writeByte(WHOLE | opcode);
    if (length < SHORT) {
      frame.writeByte(masked | length);
    } else if (length <= LONGEST_SHORT) {
      frame.writeByte(masked | SHORT).writeShort(length);
    } else {
      frame.writeByte(masked | LONG).writeLong(length);
    }
  }
}
