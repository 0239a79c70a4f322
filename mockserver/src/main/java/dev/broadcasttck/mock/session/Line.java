package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;

/** The way out of a session, to one socket; nothing overtakes on it. */
public interface Line {
  void reply(Push to, ServerMessage reply);

  /** Does not say a reply, since it was not asked for. */
  default void withhold(Push to, ServerMessage reply) {}

  void push(ServerMessage message);

  void deliver(Delivery delivery);

  /** Ends the socket. */
  void hangUp(int code);
}
