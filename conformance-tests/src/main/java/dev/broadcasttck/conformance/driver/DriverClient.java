package dev.broadcasttck.conformance.driver;

/** One client, with at most one socket. */
public interface DriverClient extends AutoCloseable {
  /**
   * Makes a channel without subscribing it. Two channels of one client may have the same topic.
   *
   * @param handle the name by which the ear hears of it
   * @param topic as the library's users write it: {@code room-1}, not {@code realtime:room-1}
   */
  DriverChannel channel(String handle, String topic, ChannelOptions options);

  /** Closes the socket, as the library's {@code disconnect} does. */
  void disconnect();

  /** Gives back everything that the client holds. */
  @Override
  void close();
}
