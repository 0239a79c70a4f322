package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;

/** A line with another one behind it, which says all that this one does not take upon itself. */
public interface LineBefore extends Line {
  /** The line behind it. */
  Line line();

  @Override
  default void reply(Push to, ServerMessage reply) {
    line().reply(to, reply);
  }

  @Override
  default void withhold(Push to, ServerMessage reply) {
    line().withhold(to, reply);
  }

  @Override
  default void push(ServerMessage message) {
    line().push(message);
  }

  @Override
  default void deliver(Delivery delivery) {
    line().deliver(delivery);
  }

  @Override
  default void hangUp(int code) {
    line().hangUp(code);
  }
}
