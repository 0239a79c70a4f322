package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.time.Timers;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Ends a connection whose request takes too long to come, so that nobody can hold many by sending a
 * byte now and then. Between requests a connection may be idle.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class RequestWatch extends ChannelInboundHandlerAdapter {
  private static final String TOO_SLOW =
      "HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

  private final Timers timers;
  private final Duration patience;
  private Timers.Timer timer = () -> {};
  private boolean waiting;

  /**
   * @param timers by the world's time
   */
  RequestWatch(Timers timers, Duration patience) {
    this.timers = timers;
    this.patience = patience;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    begin(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    begin(context);
    context.fireChannelRead(message);
  }

  private void begin(ChannelHandlerContext context) {
    if (!waiting) {
      waiting = true;
      timer = timers.after(patience, () -> giveUp(context));
    }
  }

  private static void giveUp(ChannelHandlerContext context) {
    context
        .writeAndFlush(Unpooled.copiedBuffer(TOO_SLOW, StandardCharsets.US_ASCII))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** The request has come wholly. */
  void complete() {
    waiting = false;
    timer.cancel();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    timer.cancel();
    context.fireChannelInactive();
  }
}
