package dev.broadcasttck.mock.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sockets of one server; for its one thread. */
final class Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final Set<OpenSocket> open = new HashSet<>();
  private final WireFrames frames = new WireFrames();

  /** A socket on a connection; it is open when it says so. */
  OpenSocket on(Channel connection) {
    return new OpenSocket(this, frames, connection);
  }

  void add(OpenSocket socket) {
    open.add(socket);
  }

  void remove(OpenSocket socket) {
    open.remove(socket);
  }

  /** The last word to everybody, in so far as they can take it now. */
  void closeAll(int code) {
    Set.copyOf(open).forEach(socket -> socket.close(code));
  }

  /** Ends every socket without a word. */
  void cutAll() {
    Set.copyOf(open).forEach(OpenSocket::cut);
  }

  /** The last word to everybody, for good. */
  void end(int code) {
    Set.copyOf(open).forEach(socket -> socket.end(code));
    frames.release();
  }

  /** A connection that breaks or ends early is the other side's business, else we are at fault. */
  static void report(Throwable cause) {
    if (!(cause instanceof IOException || cause instanceof PrematureChannelClosureException)) {
      LOG.error("a connection failed", cause);
    }
  }
}
