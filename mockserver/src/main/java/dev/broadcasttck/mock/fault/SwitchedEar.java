package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.session.Ear;
import java.util.Optional;

/** An ear with the faults before it that are on. */
record SwitchedEar(Switched<Ear> ear) implements Ear {
  @Override
  public Optional<Push> hear(Push push) {
    return ear.now().hear(push);
  }

  @Override
  public Optional<Integer> stumble(Frame frame) {
    return ear.now().stumble(frame);
  }
}
