package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.endpoint.Endpoint;

/** The servers at which an adapter is tried. */
public interface Grounds {
  /** One that does everything right. */
  Endpoint obedient();

  /** One that acknowledges nothing. */
  Endpoint silent();

  /** Ends all sockets of the obedient one. */
  void endSockets();
}
