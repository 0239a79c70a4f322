package dev.broadcasttck.bench.wire;

import java.nio.ByteBuffer;

/**
 * Counts the messages in what one side sends, however it is cut into pieces; reads none of them.
 */
public final class FrameScanner {
  private static final int CLOSE = 8;
  private static final int LONGEST_HEAD = 10;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int EIGHT_BYTES_FOLLOW = 127;
  private static final int MASK = 4;

  private final byte[] head = new byte[LONGEST_HEAD];
  private int headBytes;
  private long left;
  private boolean inside;
  private boolean closed;

  /** How many messages end in these bytes, all of which are used up. */
  public int scan(ByteBuffer bytes) {
    int ended = 0;
    while (bytes.hasRemaining() || (inside && left == 0)) {
      if (inside) {
        int step = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + step);
        left -= step;
        ended += left == 0 ? end() : 0;
      } else {
        begin(bytes.get());
      }
    }
    return ended;
  }

  private void begin(byte next) {
    head[headBytes++] = next;
    if (headBytes >= 2 && headBytes == headLength()) {
      left = length() + (head[1] < 0 ? MASK : 0);
      inside = true;
    }
  }

  private int headLength() {
    return switch (head[1] & 0x7f) {
      case TWO_BYTES_FOLLOW -> 4;
      case EIGHT_BYTES_FOLLOW -> LONGEST_HEAD;
      default -> 2;
    };
  }

  private long length() {
    return switch (head[1] & 0x7f) {
      case TWO_BYTES_FOLLOW -> ByteBuffer.wrap(head).getShort(2) & 0xffff;
      case EIGHT_BYTES_FOLLOW -> ByteBuffer.wrap(head).getLong(2);
      default -> head[1] & 0x7f;
    };
  }

  /** Pings and pongs are no messages, nor are fragments but the last. */
  private int end() {
    inside = false;
    headBytes = 0;
    int opcode = head[0] & 0x0f;
    closed |= opcode == CLOSE;
    return opcode < CLOSE && head[0] < 0 ? 1 : 0;
  }

  /** Whether a close frame was among them. */
  public boolean isClosed() {
    return closed;
  }
}
