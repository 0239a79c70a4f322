package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.List;

/**
 * One of two servers that are held against each other, and what it takes to play there.
 *
 * @param venue the server
 */
record Side(Venue venue, Transport transport, PlainNetwork network, Driver driver)
    implements AutoCloseable {

  static Side open(Venue venue, TransportOptions options) {
    Transport transport = Transport.open(options);
    return new Side(venue, transport, PlainNetwork.open(options), new ScriptedDriver(transport));
  }

  /** Nothing is played where nobody answers. */
  void knock(List<Playing> playings, Redaction redaction) throws InterruptedException {
    new Knock(transport, redaction).before(playings, venue, driver.profile());
  }

  Run run(RuleBook rules) {
    return Run.alike(rules, venue.target(), driver, network, venue.quota());
  }

  @Override
  public void close() {
    driver.close();
    network.close();
    transport.close();
    venue.close();
  }
}
