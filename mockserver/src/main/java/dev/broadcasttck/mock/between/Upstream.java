package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Push;

/** The way on to the server of one socket. */
public interface Upstream {
  /** What the client said goes on as it came. */
  void forward(Frame frame);

  /** A push goes there that the client has not made, or not so. */
  void push(Push push);
}
