package dev.broadcasttck.mock.recording;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Frames with the keys of their payload in the order in which the real server writes them. */
final class PayloadOrder {
  private PayloadOrder() {}

  /** The frame's text, the payload's keys in the order of the alphabet. */
  static String sorted(JsonNode frame) {
    JsonNode copy = frame.deepCopy();
    if (copy.path("payload") instanceof ObjectNode payload) {
      ObjectNode sorted = payload.objectNode();
      payload.propertyNames().stream().sorted().forEach(k -> sorted.set(k, payload.get(k)));
      ((ObjectNode) copy).set("payload", sorted);
    }
    return copy.toString();
  }
}
