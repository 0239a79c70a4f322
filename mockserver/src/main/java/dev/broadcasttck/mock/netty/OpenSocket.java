package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket, as its session writes to it. What it writes is framed already, and goes past the
 * handlers that would do so: in a large fan-out each of them is felt.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class OpenSocket implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSocket.class);

  private final Sockets sockets;
  private final WireFrames frames;
  private final Channel connection;
  private final ChannelHandlerContext mouth;
  private boolean isOpen;

  /**
   * @param sockets those that it belongs to while it is open
   */
  OpenSocket(Sockets sockets, WireFrames frames, Channel connection) {
    this.sockets = sockets;
    this.frames = frames;
    this.connection = connection;
    this.mouth = connection.pipeline().context(Mouth.class);
  }

  void open() {
    isOpen = true;
    sockets.add(this);
  }

  /** Nothing is written any more; comes after each end, whoever wanted it. */
  void gone() {
    isOpen = false;
    sockets.remove(this);
  }

  /**
   * A socket whose queue is full is given up, so that nobody waits for it. One that its client has
   * just ended is not writable either, and nothing is wrong with it.
   */
  @Override
  public void write(Frame frame) {
    if (!isOpen) {
      return;
    }
    if (connection.isWritable()) {
      Mouth.say(mouth, frame.manner(), frames.write(frame, connection.alloc()));
    } else if (connection.isActive()) {
      LOG.info("{} does not read: given up", connection);
      connection.close();
    }
  }

  @Override
  public void strike(Blow blow) {
    Mouth.strike(connection, blow.strokes());
  }

  /** Nothing may follow a close frame. */
  @Override
  public void close(int code) {
    gone();
    connection
        .writeAndFlush(new CloseWebSocketFrame(code, ""))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** The same, without waiting until it is written. */
  void end(int code) {
    gone();
    connection.writeAndFlush(new CloseWebSocketFrame(code, ""));
    connection.close();
  }

  @Override
  public void cut() {
    gone();
    connection.close();
  }
}
