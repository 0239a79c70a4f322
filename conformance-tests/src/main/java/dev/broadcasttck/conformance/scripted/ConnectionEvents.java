package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.spec.protocol.Envelope;

/** Whom a connection tells what it does not settle by itself; called on the loop. */
interface ConnectionEvents {
  /** Anything but a reply. */
  void received(Connection connection, Envelope envelope);

  /** The socket ended, and not because the client closed it. */
  void lost(Connection connection);
}
