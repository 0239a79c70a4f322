package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Line;

/** A line with the faults before it that are on. */
record SwitchedLine(Switched<Line> line) implements Line {
  @Override
  public void reply(Push to, ServerMessage reply) {
    line.now().reply(to, reply);
  }

  @Override
  public void withhold(Push to, ServerMessage reply) {
    line.now().withhold(to, reply);
  }

  @Override
  public void push(ServerMessage message) {
    line.now().push(message);
  }

  @Override
  public void deliver(Delivery delivery) {
    line.now().deliver(delivery);
  }

  @Override
  public void hangUp(int code) {
    line.now().hangUp(code);
  }
}
