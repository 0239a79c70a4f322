package dev.broadcasttck.mock.message;

import tools.jackson.databind.JsonNode;

/**
 * A message that a client pushed. The envelope keeps its JSON types, since a server echoes them
 * (recording 09_malformed_v1).
 *
 * @param joinRef null in JSON where the frame has none
 */
public record Push(
    JsonNode joinRef, JsonNode ref, JsonNode topic, JsonNode event, Payload payload) {
  /** Whether the event is the string {@code name}. */
  public boolean isEvent(String name) {
    return event.isString() && event.stringValue().equals(name);
  }

  /** Whether the topic is the string {@code name}. */
  public boolean isTopic(String name) {
    return topic.isString() && topic.stringValue().equals(name);
  }
}
