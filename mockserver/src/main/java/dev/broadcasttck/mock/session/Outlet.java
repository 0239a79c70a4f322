package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;

/** One socket, as a session uses it. */
public interface Outlet {
  void write(Frame frame);

  /** Sends a close frame, behind what has been written. */
  void close(int code);

  /** Ends the connection without a close frame, behind what has been written. */
  void cut();
}
