package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;

/** A server to hold a run at: where it is, and how much of us it bears. */
public interface Venue extends AutoCloseable {
  Endpoint endpoint();

  Quota quota();

  /** Gives back what was opened for the run; somebody else's server stays as it is. */
  @Override
  void close();
}
