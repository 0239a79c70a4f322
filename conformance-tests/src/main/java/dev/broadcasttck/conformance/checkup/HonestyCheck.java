package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.driver.Driver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks whether what an adapter says is true: held against the wire between it and a server. */
record HonestyCheck(Driver driver, Grounds grounds) {
  List<Complaint> look() throws InterruptedException {
    Set<Complaint> complaints = new LinkedHashSet<>();
    var trial = new Trial(driver, grounds, complaints::add);
    if (new Conversation(trial).take()) {
      new Promises(trial).hold();
    }
    return new ArrayList<>(complaints);
  }
}
