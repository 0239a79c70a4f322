package dev.broadcasttck.conformance.driver;

/** A client library under test, or the suite's own scripted client. May be used by many threads. */
public interface Driver extends AutoCloseable {
  /** What it is, and what can be observed of it. */
  DriverProfile profile();

  /**
   * Makes a client; it opens no socket before a channel subscribes.
   *
   * @param tap where to write the wire's traffic, if the driver has sockets of its own
   * @param ear whom to tell what the client says
   */
  DriverClient client(ClientOptions options, WireTap tap, Ear ear);

  /** The same clients with nothing of the suite's between them and the server. */
  default Driver direct() {
    return this;
  }

  /** Whether its clients are as quick as this process, so that whatever else it does slows them. */
  default boolean isPrompt() {
    return false;
  }

  @Override
  void close();
}
