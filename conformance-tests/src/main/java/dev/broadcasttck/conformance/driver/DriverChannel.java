package dev.broadcasttck.conformance.driver;

import tools.jackson.databind.JsonNode;

/** A channel of a client. What comes of a call is told to the {@link Ear}; no call waits for it. */
public interface DriverChannel {
  /**
   * Adds a listener for broadcasts.
   *
   * @param listener the name by which the ear hears of it, unique in the channel
   * @param event an event's name, or {@code *}
   */
  void on(String listener, String event);

  /** Opens the client's socket if need be, and joins. */
  void subscribe();

  /**
   * Sends a broadcast: over the socket if the channel is subscribed, else over REST.
   *
   * @param send the name by which the ear hears of its result
   */
  void send(String send, String event, JsonNode payload);

  /** Sends a broadcast over REST, whatever the channel's state. */
  void httpSend(String send, String event, JsonNode payload);

  /** Leaves the topic. */
  void unsubscribe();

  /** Leaves the topic if need be, and forgets the channel, as {@code removeChannel} does. */
  void remove();
}
