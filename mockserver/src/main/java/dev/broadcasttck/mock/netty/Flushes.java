package dev.broadcasttck.mock.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Flushes a connection at once where it has but one thing to say in a turn of the loop, and all
 * that it says in a busy turn together: the call of the system costs more than what goes before it.
 * That a turn will be busy is guessed from the last one.
 */
final class Flushes extends ChannelDuplexHandler {
  /** So many are flushed together at most, lest they pile up. */
  private static final int MOST_TOGETHER = 256;

  private final Turn turn;
  private long lastTurn = -1;
  private int saidInTurn;
  private int waiting;
  private boolean busy;

  Flushes(Turn turn) {
    this.turn = turn;
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    countIn(turn.number());
    if (saidInTurn == 1 && !busy) {
      context.flush();
    } else if (waiting == MOST_TOGETHER) {
      flushWhatWaits(context);
    } else {
      if (waiting == 0) {
        turn.atItsEnd(() -> flushWhatWaits(context));
      }
      waiting++;
    }
  }

  private void countIn(long number) {
    if (number != lastTurn) {
      busy = saidInTurn > 1;
      saidInTurn = 0;
      lastTurn = number;
    }
    saidInTurn++;
  }

  private void flushWhatWaits(ChannelHandlerContext context) {
    if (waiting > 0) {
      waiting = 0;
      context.flush();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      flushWhatWaits(context);
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    flushWhatWaits(context);
    super.close(context, promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    flushWhatWaits(context);
  }
}
