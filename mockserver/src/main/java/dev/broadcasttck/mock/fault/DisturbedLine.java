package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Line;

/** A line with a fault before it. */
record DisturbedLine(Line line, Fault fault) implements Line {
  @Override
  public void reply(Push to, ServerMessage reply) {
    fault
        .noting(reply, fault.disturbance().replying(to, reply))
        .forEach(done -> line.reply(to, done));
  }

  @Override
  public void push(ServerMessage message) {
    fault.noting(message, fault.disturbance().pushing(message)).forEach(line::push);
  }

  /** What is left alone keeps its frames, made once for all receivers. */
  @Override
  public void deliver(Delivery delivery) {
    Broadcast right = delivery.broadcast();
    for (Broadcast done : fault.noting(right, fault.disturbance().delivering(right))) {
      line.deliver(done.equals(right) ? delivery : new Delivery(done));
    }
  }

  @Override
  public void hangUp(int code) {
    line.hangUp(code);
  }
}
