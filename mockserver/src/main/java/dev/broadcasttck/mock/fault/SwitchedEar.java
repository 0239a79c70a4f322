package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Bytes;
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

  @Override
  public Optional<Bytes> pong(Bytes ping) {
    return ear.now().pong(ping);
  }

  @Override
  public int farewell(int code) {
    return ear.now().farewell(code);
  }

  @Override
  public int objection(int code) {
    return ear.now().objection(code);
  }

  @Override
  public boolean waitsForTheRest() {
    return ear.now().waitsForTheRest();
  }

  @Override
  public boolean noticesLife() {
    return ear.now().noticesLife();
  }

  @Override
  public void gone() {
    ear.now().gone();
  }
}
