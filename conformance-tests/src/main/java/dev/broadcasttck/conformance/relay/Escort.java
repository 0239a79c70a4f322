package dev.broadcasttck.conformance.relay;

/**
 * Goes along with one socket: nothing of what either side says goes on unless it hands it on.
 * Called on the relay's loop.
 */
public interface Escort {
  /** The server granted the socket. */
  void opened();

  /** The server did not. */
  void refused(int status);

  void clientSays(Message message);

  void serverSays(Message message);

  /** The connection is gone. Told once, also where there was no socket in the end. */
  void ended();
}
