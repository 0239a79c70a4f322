package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Line;

/** A line with a fault before it. */
record DisturbedLine(Line line, Fault fault, Way way) implements Line {
  @Override
  public void reply(Push to, ServerMessage reply) {
    var done = fault.disturbance().replying(to, reply);
    fault.follow(Course.of(reply), done, way, message -> line.reply(to, message));
  }

  /** What is said all the same is, to the faults behind this one, a reply like any other. */
  @Override
  public void withhold(Push to, ServerMessage reply) {
    var done = fault.disturbance().withholding(to, reply);
    if (done.acts().isEmpty()) {
      line.withhold(to, reply);
    }
    fault.follow(Course.nothing(), done, way, message -> line.reply(to, message));
  }

  @Override
  public void push(ServerMessage message) {
    fault.follow(Course.of(message), fault.disturbance().pushing(message), way, line::push);
  }

  @Override
  public void deliver(Delivery delivery) {
    way.go(Timing.AT_ONCE, () -> line.deliver(delivery));
  }

  @Override
  public void hangUp(int code) {
    way.go(Timing.AT_ONCE, () -> line.hangUp(code));
  }
}
