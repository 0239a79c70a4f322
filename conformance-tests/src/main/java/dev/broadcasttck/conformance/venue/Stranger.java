package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;

/** Somebody else's server, of which nothing is known but where it is: we tread softly. */
public record Stranger(Endpoint endpoint) implements Venue {
  @Override
  public Quota quota() {
    return Quota.STRANGER;
  }

  @Override
  public void close() {}
}
