package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Keeps what a connection says until its first line is there and somebody knows whose it is. */
@SuppressWarnings("FutureReturnValueIgnored") // A failed close ends the connection too.
final class Threshold extends ChannelInboundHandlerAdapter {
  private static final int LONGEST_LINE = 1 << 16;

  private final Consumer<String> decision;
  private final ByteBuf held = Unpooled.buffer();
  private boolean decided;

  /**
   * @param decision gets the first line, and has the rest {@link #open opened} now or later
   */
  Threshold(Consumer<String> decision) {
    this.decision = decision;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    held.writeBytes(bytes);
    bytes.release();
    int end = held.bytesBefore((byte) '\n');
    if (!decided && (end >= 0 || held.readableBytes() > LONGEST_LINE)) {
      decided = true;
      int length = end < 0 ? held.readableBytes() : end;
      decision.accept(
          held.toString(held.readerIndex(), length, StandardCharsets.ISO_8859_1).strip());
    }
  }

  /** Whoever ends before the line is there wants nobody. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent && !decided) {
      context.close();
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  /** What follows in the pipeline gets all that was kept, and then what comes. */
  void open(ChannelHandlerContext context) {
    ByteBuf kept = Unpooled.copiedBuffer(held);
    held.clear();
    context.fireChannelRead(kept);
    context.fireChannelReadComplete();
    context.pipeline().remove(this);
  }
}
