package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.adapter.AdapterBroken;
import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.adapter.AdapterDriver;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.relay.RelayedDriver;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a look at an adapter.
 *
 * @param profile what it says of itself; absent if it says nothing that can be used
 * @param complaints what is wrong with it
 */
public record Checkup(Optional<DriverProfile> profile, List<Complaint> complaints) {
  /**
   * Looks at an adapter.
   *
   * @throws InterruptedException if the work is being ended
   */
  public static Checkup of(AdapterCommand command, Grounds grounds, TransportOptions transport)
      throws InterruptedException {
    ProtocolCheck.Findings protocol = ProtocolCheck.of(command);
    if (!protocol.introduced()) {
      return new Checkup(Optional.empty(), protocol.complaints());
    }
    List<Complaint> complaints = new ArrayList<>(protocol.complaints());
    try (Driver driver = new RelayedDriver(AdapterDriver.start(command), transport)) {
      complaints.addAll(new HonestyCheck(driver, grounds).look());
      return new Checkup(Optional.of(driver.profile()), List.copyOf(complaints));
    } catch (AdapterBroken e) {
      if (complaints.isEmpty()) {
        complaints.add(new Complaint(String.valueOf(e.getMessage()), "docs/adapters.md"));
      }
      return new Checkup(Optional.empty(), List.copyOf(complaints));
    }
  }
}
