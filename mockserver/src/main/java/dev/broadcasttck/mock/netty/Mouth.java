package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Manner;
import dev.broadcasttck.mock.wire.Stroke;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The last thing before the wire. What goes out passes by unchanged, unless somebody strikes, or
 * wants the next thing in another manner; what follows then waits for its turn.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class Mouth extends ChannelDuplexHandler {
  /** What waits for its turn is given up with its connection where it is more. */
  private static final int MOST_WAITING = 16_000_000;

  private enum State {
    OPEN,
    SILENT,
    /** Only what is being written goes out yet. */
    ENDING
  }

  private final Deque<Stroke> waiting = new ArrayDeque<>();
  private final ByteArrayOutputStream spelled = new ByteArrayOutputStream();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private Manner manner = Manner.PLAIN;
  private State state = State.OPEN;
  private boolean busy;
  private int bytesWaiting;

  /** What is written up to the next flush goes out in that manner. */
  static void spell(Channel connection, Manner manner) {
    if (!manner.isPlain()) {
      connection.pipeline().get(Mouth.class).manner = manner;
    }
  }

  /** Says something in a manner, past the handlers that would frame it. */
  static void say(ChannelHandlerContext context, Manner manner, ByteBuf bytes) {
    Mouth mouth = (Mouth) context.handler();
    if (!manner.isPlain()) {
      mouth.manner = manner;
    }
    mouth.write(context, bytes, context.voidPromise());
    mouth.flush(context);
  }

  /** Does something to a connection, behind what waits. */
  static void strike(Channel connection, List<Stroke> strokes) {
    ChannelHandlerContext context = connection.pipeline().context(Mouth.class);
    if (context != null) {
      ((Mouth) context.handler()).strike(context, strokes);
    }
  }

  private void strike(ChannelHandlerContext context, List<Stroke> strokes) {
    strokes.forEach(this::enqueue);
    if (bytesWaiting > MOST_WAITING) {
      context.close();
    } else if (!busy) {
      goOn(context);
    }
  }

  private void enqueue(Stroke stroke) {
    waiting.add(stroke);
    bytesWaiting += size(stroke);
  }

  private static int size(Stroke stroke) {
    if (stroke instanceof Stroke.Write write) {
      return write.bytes().length();
    }
    return stroke instanceof Stroke.Keep keep ? keep.bytes().length() : 0;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean isQuiet = !busy && waiting.isEmpty() && state == State.OPEN;
    if (isQuiet && manner.isPlain()) {
      context.write(message, promise);
    } else {
      take(context, message);
      promise.trySuccess();
    }
  }

  private void take(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes && state == State.OPEN) {
      byte[] array = ByteBufUtil.getBytes(bytes);
      if (manner.isPlain()) {
        strike(context, List.of(new Stroke.Write(Bytes.of(array))));
      } else {
        spelled.writeBytes(array);
      }
    }
    ReferenceCountUtil.release(message);
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    if (!manner.isPlain() && spelled.size() > 0) {
      Manner wanted = manner;
      manner = Manner.PLAIN;
      Bytes bytes = Bytes.of(spelled.toByteArray());
      spelled.reset();
      strike(context, wanted.strokes().apply(bytes));
    }
    context.flush();
  }

  /** An end waits for its turn too. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (state == State.OPEN && (busy || !waiting.isEmpty() || kept.size() > 0)) {
      strike(context, List.of(Stroke.Last.END));
      promise.trySuccess();
    } else {
      context.close(promise);
    }
  }

  private void goOn(ChannelHandlerContext context) {
    busy = false;
    while (!busy && state == State.OPEN && !waiting.isEmpty()) {
      Stroke stroke = waiting.remove();
      bytesWaiting -= size(stroke);
      perform(context, stroke);
    }
  }

  private void perform(ChannelHandlerContext context, Stroke stroke) {
    if (stroke instanceof Stroke.Write write) {
      context.writeAndFlush(Unpooled.wrappedBuffer(write.bytes().toArray()));
    } else if (stroke instanceof Stroke.Wait wait) {
      busy = true;
      after(context, wait.time(), () -> goOn(context));
    } else if (stroke instanceof Stroke.Keep keep) {
      if (kept.size() == 0) {
        after(context, keep.time(), () -> letGo(context));
      }
      kept.writeBytes(keep.bytes().toArray());
    } else {
      end(context, (Stroke.Last) stroke);
    }
  }

  private static void after(ChannelHandlerContext context, Duration time, Runnable task) {
    context.executor().schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void letGo(ChannelHandlerContext context) {
    context.writeAndFlush(Unpooled.wrappedBuffer(kept.toByteArray()));
    kept.reset();
  }

  private void end(ChannelHandlerContext context, Stroke.Last last) {
    waiting.clear();
    if (kept.size() > 0) {
      letGo(context);
    }
    if (last == Stroke.Last.SILENCE) {
      state = State.SILENT;
      context.channel().config().setAutoRead(false);
    } else {
      state = State.ENDING;
      if (last == Stroke.Last.RESET) {
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      }
      context.close();
    }
  }
}
