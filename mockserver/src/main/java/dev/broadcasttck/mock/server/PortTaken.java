package dev.broadcasttck.mock.server;

/** Somebody else listens on the wanted port already. */
public final class PortTaken extends RuntimeException {
  /** The port, and what the network says of it. */
  public PortTaken(int port, Throwable cause) {
    super("Port " + port + " is taken: another program listens there.", cause);
  }
}
