package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.session.Ear;
import java.util.Optional;

/** An ear with a fault before it. */
record DisturbedEar(Ear ear, Fault fault) implements Ear {
  @Override
  public Optional<Push> hear(Push push) {
    return fault.noting(Optional.of(push), fault.disturbance().hearing(push)).flatMap(ear::hear);
  }

  @Override
  public Optional<Integer> stumble(Frame frame) {
    Optional<Integer> right = ear.stumble(frame);
    return fault.noting(right, fault.disturbance().stumbling(frame).or(() -> right));
  }
}
