package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.probe.Standing;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.protocol.ProtocolVersion;

/** The knock at somebody else's door, which must be answered before anything else is done. */
record Knock(Transport transport, Redaction redaction) {
  void at(Endpoint endpoint, ProtocolVersion version) throws InterruptedException {
    Standing standing = new EndpointProbe(transport).probe(endpoint, version);
    if (standing.exitCode() != ExitCode.CONFORMANT) {
      throw new Mistake(standing.exitCode(), redaction.redact(standing.sentence()));
    }
  }
}
