package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;

/** A line behind a gate. */
record GatedLine(Line line, Gate gate) implements Line {
  @Override
  public void reply(Push to, ServerMessage reply) {
    gate.pass(() -> line.reply(to, reply));
  }

  @Override
  public void withhold(Push to, ServerMessage reply) {
    gate.pass(() -> line.withhold(to, reply));
  }

  @Override
  public void push(ServerMessage message) {
    gate.pass(() -> line.push(message));
  }

  /** In a fan-out, nothing is made for a line that is open. */
  @Override
  public void deliver(Delivery delivery) {
    if (gate.isOpen()) {
      line.deliver(delivery);
    } else {
      gate.pass(() -> line.deliver(delivery));
    }
  }

  @Override
  public void hangUp(int code) {
    gate.pass(() -> line.hangUp(code));
  }
}
