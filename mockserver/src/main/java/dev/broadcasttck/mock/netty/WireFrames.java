package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames in the memory from which the sockets write. The last ones are kept, so that all receivers
 * of a fan-out share one copy; two, since a fan-out has one for each protocol version.
 */
final class WireFrames {
  private static final int KEPT = 2;

  private record Copy(Frame frame, ByteBuf bytes) {}

  private final Deque<Copy> copies = new ArrayDeque<>(KEPT);

  WebSocketFrame write(Frame frame, ByteBufAllocator memory) {
    ByteBuf bytes = copy(frame, memory).retainedDuplicate();
    return frame.kind() == Frame.Kind.TEXT
        ? new TextWebSocketFrame(bytes)
        : new BinaryWebSocketFrame(bytes);
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
    byte[] bytes = frame.bytes().toArray();
    var copy = new Copy(frame, memory.directBuffer(bytes.length).writeBytes(bytes));
    copies.addFirst(copy);
    return copy.bytes();
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
