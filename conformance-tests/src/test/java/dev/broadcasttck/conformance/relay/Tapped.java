package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Tape;

/** A driver whose clients write their wire on a tape of ours, whoever else is to be told. */
record Tapped(Driver driver, Tape tape) implements Driver {
  @Override
  public DriverProfile profile() {
    return driver.profile();
  }

  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    return driver.client(options, happening -> tape.append("alice", happening), ear);
  }

  @Override
  public void close() {
    driver.close();
  }
}
