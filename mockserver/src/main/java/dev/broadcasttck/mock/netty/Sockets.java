package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sockets of one server; for its one thread. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final Set<Channel> open = new HashSet<>();
  private final WireFrames frames = new WireFrames();

  void add(Channel socket) {
    open.add(socket);
  }

  void remove(Channel socket) {
    open.remove(socket);
  }

  Outlet outlet(Channel socket) {
    return new Outlet() {
      @Override
      public void write(Frame frame) {
        Sockets.this.write(socket, frame);
      }

      @Override
      public void strike(Blow blow) {
        Mouth.strike(socket, blow.strokes());
      }

      @Override
      public void close(int code) {
        Sockets.this.close(socket, code);
      }

      @Override
      public void cut() {
        open.remove(socket);
        socket.close();
      }
    };
  }

  /**
   * A socket whose queue is full is given up, so that nobody waits for it. One that its client has
   * just ended is not writable either, and nothing is wrong with it.
   */
  private void write(Channel socket, Frame frame) {
    if (!socket.isActive() || !open.contains(socket)) {
      return;
    }
    if (socket.isWritable()) {
      Mouth.spell(socket, frame.manner());
      socket.writeAndFlush(frames.write(frame, socket.alloc()), socket.voidPromise());
    } else {
      LOG.info("{} does not read: given up", socket);
      socket.close();
    }
  }

  /** The last word to everybody, in so far as they can take it now. */
  void closeAll(int code) {
    for (Channel socket : Set.copyOf(open)) {
      close(socket, code);
    }
  }

  /** Ends every socket without a word. */
  void cutAll() {
    Set.copyOf(open).forEach(Channel::close);
    open.clear();
  }

  /** Nothing may follow a close frame. */
  void close(Channel socket, int code) {
    open.remove(socket);
    socket
        .writeAndFlush(new CloseWebSocketFrame(code, ""))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** The same for good. */
  void end(int code) {
    for (Channel socket : Set.copyOf(open)) {
      socket.writeAndFlush(new CloseWebSocketFrame(code, ""));
      socket.close();
    }
    frames.release();
  }

  /** A connection that breaks or ends early is the other side's business, else we are at fault. */
  void report(Throwable cause) {
    if (!(cause instanceof IOException || cause instanceof PrematureChannelClosureException)) {
      LOG.error("a connection failed", cause);
    }
  }
}
