package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Timers;
import java.util.function.Consumer;

/**
 * An adapter whose word is held against the wire.
 *
 * @param grounds where it is tried
 * @param complaints get what is wrong
 */
record Trial(Driver driver, Grounds grounds, Consumer<Complaint> complaints) {
  /** What it says of itself. */
  DriverProfile profile() {
    return driver.profile();
  }

  /** A client of it, in the framing that it speaks by itself, at the server that obeys. */
  Scene scene(Timers timers) {
    return Scene.open(driver, grounds.obedient(), profile().vsn(), timers);
  }

  void complain(String what, String right) {
    complaints.accept(new Complaint(what, right));
  }
}
