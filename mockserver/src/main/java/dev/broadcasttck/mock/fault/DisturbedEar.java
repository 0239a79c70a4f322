package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.session.Ear;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;
import java.util.Optional;

/** An ear with a fault before it, and the socket by which it hears. */
record DisturbedEar(Ear ear, Outlet socket, Fault fault) implements Ear {
  @Override
  public Optional<Push> hear(Push push) {
    Optional<Blow> blow = fault.noting(Optional.empty(), fault.disturbance().striking(push));
    if (blow.isPresent()) {
      socket.strike(blow.get());
      return Optional.empty();
    }
    return fault.noting(Optional.of(push), fault.disturbance().hearing(push)).flatMap(ear::hear);
  }

  @Override
  public Optional<Integer> stumble(Frame frame) {
    Optional<Integer> right = ear.stumble(frame);
    return fault.noting(right, fault.disturbance().stumbling(frame).or(() -> right));
  }

  @Override
  public Optional<Bytes> pong(Bytes ping) {
    return fault.noting(Optional.of(ping), fault.disturbance().ponging(ping)).flatMap(ear::pong);
  }

  @Override
  public int farewell(int code) {
    return ear.farewell(fault.noting(code, fault.disturbance().farewell(code)));
  }

  @Override
  public int objection(int code) {
    return ear.objection(fault.noting(code, fault.disturbance().objecting(code)));
  }

  @Override
  public boolean waitsForTheRest() {
    return fault.noting(true, fault.disturbance().waiting()) && ear.waitsForTheRest();
  }

  @Override
  public boolean noticesLife() {
    return fault.noting(true, fault.disturbance().heeding()) && ear.noticesLife();
  }

  @Override
  public void gone() {
    fault.disturbance().ended();
    ear.gone();
  }
}
