package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * What a frame begins with.
 *
 * @param start where it begins
 * @param isLast whether no fragment follows
 * @param at where its content begins
 * @param length of its content
 */
record FrameHead(int start, int opcode, boolean isLast, boolean isMasked, int at, long length) {
  private static final int SMALLEST = 2;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int KEY = 4;
  private static final int CONTROL = 8;

  /** The one that begins there; empty as long as not all of it has come. */
  static Optional<FrameHead> of(ByteBuf bytes, int start) {
    int there = bytes.writerIndex() - start;
    if (there < SMALLEST) {
      return Optional.empty();
    }
    int first = bytes.getUnsignedByte(start);
    int second = bytes.getUnsignedByte(start + 1);
    boolean masked = (second & 0x80) != 0;
    int said = second & 0x7f;
    int more = said == LONG ? Long.BYTES : said == SHORT ? Short.BYTES : 0;
    int size = SMALLEST + more + (masked ? KEY : 0);
    if (there < size) {
      return Optional.empty();
    }
    int extended = start + SMALLEST;
    long length =
        said == LONG
            ? bytes.getLong(extended)
            : said == SHORT ? bytes.getUnsignedShort(extended) : said;
    return Optional.of(
        new FrameHead(start, first & 0x0f, (first & 0x80) != 0, masked, start + size, length));
  }

  boolean isControl() {
    return opcode >= CONTROL;
  }

  boolean isComplete(ByteBuf bytes) {
    return length >= 0 && bytes.writerIndex() - at >= length;
  }

  int end() {
    return at + (int) length;
  }

  /** Unmasked. */
  byte[] content(ByteBuf bytes) {
    byte[] content = new byte[(int) length];
    bytes.getBytes(at, content);
    for (int i = 0; isMasked && i < content.length; i++) {
      content[i] ^= bytes.getByte(at - KEY + i % KEY);
    }
    return content;
  }
}
