package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.wire.Blow;

/** One socket, as a session uses it. */
public interface Outlet {
  void write(Frame frame);

  /** Does something to the connection itself, behind what has been written. */
  void strike(Blow blow);

  /** Sends a close frame, behind what has been written. */
  void close(int code);

  /** Ends the connection without a close frame, behind what has been written. */
  void cut();
}
