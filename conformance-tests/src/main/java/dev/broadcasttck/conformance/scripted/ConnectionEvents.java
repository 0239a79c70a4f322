package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.spec.protocol.Envelope;

/** Whom a connection tells what it does not settle by itself; called on the loop. */
interface ConnectionEvents {
  /** The upgrade was accepted, and what had waited for it has been sent. */
  void opened(Connection connection);

  /** Anything but a reply. */
  void received(Connection connection, Envelope envelope);

  /**
   * The socket ended, and not because the client closed it.
   *
   * @param ending how
   */
  void lost(Connection connection, Ending ending);

  /** The client cannot bear what it got, as only a wrong one cannot. */
  void perished(String of);
}
