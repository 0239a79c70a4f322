package dev.broadcasttck.conformance.endpoint;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Who does at a target what no client can bring about. */
public interface StageHand {
  /**
   * Makes sure that the target can be told anything.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource where it cannot, and a file says that it can
   */
  default void introduce() {}

  /** Ends every socket as for a restart. */
  void shutdown();

  /** Ends every socket as an operator does. */
  void disconnectAll();

  /**
   * Sends a message as the database does, which stores it.
   *
   * @param topic as in REST, without {@code realtime:}
   */
  void sendAsDatabase(String topic, String event, JsonNode payload, boolean isPrivate);

  /** Moves the target's clock; time that passes on it is acted upon before this returns. */
  void advance(Duration time);
}
