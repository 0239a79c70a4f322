package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.probe.Standing;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;

/** The knock at somebody else's door, which must be answered before anything else is done. */
record Knock(Transport transport, Redaction redaction) {
  /** In the version of what is played first; what does not apply may be refused for good reason. */
  void before(List<Playing> playings, Venue venue, DriverProfile driver)
      throws InterruptedException {
    Casting casting = new Casting(driver, venue.target(), venue.quota());
    ProtocolVersion version =
        playings.stream()
            .filter(playing -> casting.lack(playing).isEmpty())
            .map(playing -> playing.variant().vsn())
            .findFirst()
            .orElse(ProtocolVersion.V1);
    at(venue.endpoint(), version);
  }

  void at(Endpoint endpoint, ProtocolVersion version) throws InterruptedException {
    Standing standing = new EndpointProbe(transport).probe(endpoint, version);
    if (standing.exitCode() != ExitCode.CONFORMANT) {
      throw new Mistake(standing.exitCode(), redaction.redact(standing.sentence()));
    }
  }
}
