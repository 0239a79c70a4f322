package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes one direction of a WebSocket to whole messages, and hands each over with the bytes that it
 * came in. A ping between two fragments goes with them. What is too large to be held, and all
 * behind it, passes unseen.
 */
final class Messages implements Customs {
  private static final int LARGEST = 64 * 1024 * 1024;

  private final Consumer<Message> reader;

  /** From the first byte of the message under way on. */
  private final ByteBuf held = Unpooled.buffer();

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private Optional<Integer> opcode = Optional.empty();
  private int next;
  private boolean blind;

  /**
   * At the first byte after the upgrade.
   *
   * @param reader hands on what is to go on
   */
  Messages(Consumer<Message> reader) {
    this.reader = reader;
  }

  @Override
  public ByteBuf pass(ByteBuf bytes) {
    if (blind) {
      return bytes;
    }
    held.writeBytes(bytes);
    bytes.release();
    Optional<FrameHead> frame = FrameHead.of(held, next);
    while (frame.filter(it -> it.isComplete(held)).isPresent()) {
      take(frame.get());
      frame = FrameHead.of(held, next);
    }
    blind = frame.filter(it -> it.length() < 0 || it.length() > LARGEST).isPresent();
    return blind ? rest() : Unpooled.EMPTY_BUFFER;
  }

  private void take(FrameHead frame) {
    next = frame.end();
    if (frame.isControl()) {
      if (opcode.isEmpty() || frame.opcode() == Message.CLOSE) {
        hand(frame.opcode(), frame.content(held));
      }
      return;
    }
    content.writeBytes(frame.content(held));
    opcode = opcode.or(() -> Optional.of(frame.opcode()));
    if (frame.isLast()) {
      int kind = opcode.get();
      byte[] whole = content.toByteArray();
      content.reset();
      opcode = Optional.empty();
      hand(kind, whole);
    }
  }

  private void hand(int kind, byte[] whole) {
    ByteBuf bytes = held.readBytes(next - held.readerIndex());
    held.discardReadBytes();
    next = held.readerIndex();
    reader.accept(new Message(kind, whole, bytes));
    bytes.release();
  }

  @Override
  public ByteBuf rest() {
    ByteBuf rest = Unpooled.copiedBuffer(held);
    held.clear();
    next = 0;
    return rest;
  }
}
