package dev.broadcasttck.mock.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Lets a connection say at once what it has to say where that is but one thing in a turn of the
 * loop, and in a busy turn all things together when the turn ends: to hand them to the system costs
 * more than all that goes before it. That a turn will be busy is guessed from the last one.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class Bundler extends ChannelOutboundHandlerAdapter {
  private static final int SMALLEST = 1_024;

  /** In bytes; what is more goes out without waiting. */
  private static final int LARGEST = 65_536;

  private final Turn turn;
  private ByteBuf bundle = Unpooled.EMPTY_BUFFER;
  private long lastTurn = -1;
  private int saidInTurn;
  private boolean wasBusy;

  Bundler(Turn turn) {
    this.turn = turn;
  }

  /** What somebody wants to hear about, when it is written, is not bundled. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    countIn(turn.number());
    if (isBusy() && promise.isVoid() && message instanceof ByteBuf bytes && fits(bytes)) {
      add(context, bytes);
    } else {
      writeBundle(context);
      super.write(context, message, promise);
    }
  }

  private void countIn(long number) {
    if (number != lastTurn) {
      wasBusy = saidInTurn > 1;
      saidInTurn = 0;
      lastTurn = number;
    }
    saidInTurn++;
  }

  private boolean isBusy() {
    return wasBusy || saidInTurn > 1;
  }

  private boolean fits(ByteBuf bytes) {
    return bundle.readableBytes() + bytes.readableBytes() <= LARGEST;
  }

  private void add(ChannelHandlerContext context, ByteBuf bytes) {
    if (!bundle.isReadable()) {
      bundle = context.alloc().directBuffer(Math.max(SMALLEST, bytes.readableBytes()));
      turn.atItsEnd(() -> letGo(context));
    }
    bundle.writeBytes(bytes);
    bytes.release();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    if (!bundle.isReadable()) {
      context.flush();
    }
  }

  private void letGo(ChannelHandlerContext context) {
    if (bundle.isReadable()) {
      writeBundle(context);
      context.flush();
    }
  }

  private void writeBundle(ChannelHandlerContext context) {
    if (bundle.isReadable()) {
      ByteBuf whole = bundle;
      bundle = Unpooled.EMPTY_BUFFER;
      context.write(whole, context.voidPromise());
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    letGo(context);
    super.close(context, promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    letGo(context);
  }
}
