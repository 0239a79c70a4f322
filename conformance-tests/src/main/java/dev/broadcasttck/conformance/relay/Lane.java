package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One direction of a connection: what comes in at its source goes out at its sink, in the same
 * order, its end included. Lives on the event loop of both.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class Lane {
  /** More than this under way, and nothing more is read. */
  private static final int FULL = 1 << 20;

  /** So many pieces, and other connections have their turn. */
  private static final int TURN = 256;

  /** {@code OPEN → ENDING or CUTTING → OVER}. */
  private enum State {
    OPEN,
    ENDING,
    CUTTING,
    OVER
  }

  private final Channel source;
  private final Channel sink;
  private final Duration delay;
  private final boolean oneByte;
  private final Consumer<ByteBuf> onlooker;
  private final Runnable whenOver;
  private final Deque<ByteBuf> due = new ArrayDeque<>();
  private int underWay;
  private boolean writing;
  private State state = State.OPEN;

  /**
   * An open lane.
   *
   * @param oneByte whether each byte is written and flushed alone
   * @param onlooker sees what goes out before it goes out
   */
  Lane(
      Channel source,
      Channel sink,
      Duration delay,
      boolean oneByte,
      Consumer<ByteBuf> onlooker,
      Runnable whenOver) {
    this.source = source;
    this.sink = sink;
    this.delay = delay;
    this.oneByte = oneByte;
    this.onlooker = onlooker;
    this.whenOver = whenOver;
  }

  /** Takes bytes over. */
  void carry(ByteBuf bytes) {
    underWay += bytes.readableBytes();
    source.config().setAutoRead(underWay < FULL);
    inDueTime(() -> enqueue(bytes));
  }

  /** The source will say no more. */
  void end() {
    inDueTime(() -> turn(State.ENDING));
  }

  /** The source is gone. */
  void cut() {
    inDueTime(() -> turn(State.CUTTING));
  }

  /** The loop runs tasks that are due at the same time in the order in which they came. */
  private void inDueTime(Runnable task) {
    if (delay.isZero()) {
      task.run();
    } else {
      sink.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void enqueue(ByteBuf bytes) {
    if (state != State.OPEN || !bytes.isReadable()) {
      drop(bytes);
      return;
    }
    onlooker.accept(bytes);
    due.addLast(bytes);
    write();
  }

  private void turn(State next) {
    if (state == State.OPEN) {
      state = next;
      write();
    }
  }

  private void write() {
    if (writing) {
      return;
    }
    for (int pieces = 0; !due.isEmpty(); pieces++) {
      if (pieces == TURN) {
        writing = true;
        sink.eventLoop().execute(this::writeOn);
        return;
      }
      ByteBuf piece = piece();
      int size = piece.readableBytes();
      ChannelFuture written = sink.writeAndFlush(piece);
      if (!written.isDone()) {
        writing = true;
        written.addListener(done -> later(size, written));
        return;
      }
      arrived(size, written);
    }
    finish();
  }

  private void later(int size, ChannelFuture written) {
    arrived(size, written);
    writeOn();
  }

  private void writeOn() {
    writing = false;
    write();
  }

  private ByteBuf piece() {
    ByteBuf first = due.getFirst();
    if (oneByte && first.readableBytes() > 1) {
      return first.readRetainedSlice(1);
    }
    return due.removeFirst();
  }

  private void arrived(int size, ChannelFuture written) {
    underWay -= size;
    if (!written.isSuccess()) {
      giveUp(written.cause());
    } else if (underWay < FULL) {
      source.config().setAutoRead(true);
    }
  }

  /** The sink takes nothing any more, of which its own side tells the source. */
  private void giveUp(Throwable why) {
    if (state == State.OVER) {
      return;
    }
    state = State.OVER;
    due.forEach(this::drop);
    due.clear();
    if (sink.isRegistered()) {
      sink.pipeline().fireExceptionCaught(why);
    }
    whenOver.run();
  }

  private void drop(ByteBuf bytes) {
    underWay -= bytes.readableBytes();
    bytes.release();
  }

  private void finish() {
    if (state == State.ENDING) {
      halfClose();
    } else if (state == State.CUTTING) {
      reset(sink);
    } else {
      return;
    }
    state = State.OVER;
    whenOver.run();
  }

  /** TLS knows no half-closed connection that everybody understands. */
  private void halfClose() {
    if (sink instanceof DuplexChannel socket && sink.pipeline().get(SslHandler.class) == null) {
      socket.shutdownOutput();
    } else {
      sink.close();
    }
  }

  /** Ends a connection so that the other side sees a reset. */
  static void reset(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }
}
