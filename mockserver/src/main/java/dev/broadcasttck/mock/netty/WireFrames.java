package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames as they go onto the wire, header and all: a server masks nothing, so they are the same for
 * everybody. The last ones are kept, so that all receivers of a fan-out share one copy; two, since
 * a fan-out has one for each protocol version.
 */
final class WireFrames {
  private static final int KEPT = 2;
  private static final int LONGEST_HEADER = 10;
  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_BINARY = 0x82;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int EIGHT_BYTES_FOLLOW = 127;
  private static final int MOST_IN_TWO_BYTES = 0xffff;

  private record Copy(Frame frame, ByteBuf bytes) {}

  private final Deque<Copy> copies = new ArrayDeque<>(KEPT);

  ByteBuf write(Frame frame, ByteBufAllocator memory) {
    return copy(frame, memory).retainedDuplicate();
  }

  private ByteBuf copy(Frame frame, ByteBufAllocator memory) {
    for (Copy copy : copies) {
      if (isSame(copy.frame(), frame)) {
        return copy.bytes();
      }
    }
    if (copies.size() == KEPT) {
      copies.removeLast().bytes().release();
    }
    var copy = new Copy(frame, encode(frame, memory));
    copies.addFirst(copy);
    return copy.bytes();
  }

  private static ByteBuf encode(Frame frame, ByteBufAllocator memory) {
    int length = frame.bytes().length();
    ByteBuf wire = memory.directBuffer(LONGEST_HEADER + length);
    wire.writeByte(frame.kind() == Frame.Kind.TEXT ? FINAL_TEXT : FINAL_BINARY);
    if (length < TWO_BYTES_FOLLOW) {
      wire.writeByte(length);
    } else if (length <= MOST_IN_TWO_BYTES) {
      wire.writeByte(TWO_BYTES_FOLLOW).writeShort(length);
    } else {
      wire.writeByte(EIGHT_BYTES_FOLLOW).writeLong(length);
    }
    return wire.writeBytes(frame.bytes().toArray());
  }

  /** A fan-out hands out one object; comparing bytes would cost more than it saves. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Frame one, Frame other) {
    return one == other;
  }

  void release() {
    copies.forEach(copy -> copy.bytes().release());
    copies.clear();
  }
}
