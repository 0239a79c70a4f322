package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.session.Outlet;
import dev.broadcasttck.mock.wire.Blow;

/** A socket with the faults before it that are on. */
record SwitchedOutlet(Switched<Outlet> outlet) implements Outlet {
  @Override
  public void write(Frame frame) {
    outlet.now().write(frame);
  }

  @Override
  public void strike(Blow blow) {
    outlet.now().strike(blow);
  }

  @Override
  public void close(int code) {
    outlet.now().close(code);
  }

  @Override
  public void cut() {
    outlet.now().cut();
  }
}
