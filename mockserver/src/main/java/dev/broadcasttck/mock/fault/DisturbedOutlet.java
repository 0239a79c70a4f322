package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;

/** A socket with a fault before it. */
record DisturbedOutlet(Outlet socket, Fault fault, Way way) implements Outlet {
  private static final int NO_CLOSE_FRAME = 1006;

  @Override
  public void write(Frame frame) {
    fault.follow(Course.of(frame), fault.disturbance().writing(frame), way, socket::write);
  }

  @Override
  public void strike(Blow blow) {
    way.go(Timing.AT_ONCE, () -> socket.strike(blow));
  }

  @Override
  public void close(int code) {
    fault.closing(code).ifPresent(it -> way.go(Timing.AT_ONCE, () -> end(it)));
  }

  private void end(int code) {
    if (code == NO_CLOSE_FRAME) {
      socket.cut();
    } else {
      socket.close(code);
    }
  }

  @Override
  public void cut() {
    way.go(Timing.AT_ONCE, socket::cut);
  }
}
