package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * By what one broadcast is told from another.
 *
 * @param topic as on the socket
 * @param event the broadcast's own
 * @param payload the inner payload, its numbers written in one way
 */
record Content(String topic, String event, JsonNode payload) {

  /** The content of a {@code broadcast} that is written as the protocol has it. */
  static Optional<Content> of(Envelope envelope) {
    JsonNode payload = envelope.payload();
    if (!envelope.event().equals("broadcast") || !payload.path("event").isString()) {
      return Optional.empty();
    }
    return Optional.of(
        new Content(
            envelope.topic(),
            payload.path("event").stringValue(),
            oneWay(payload.path("payload"))));
  }

  private static JsonNode oneWay(JsonNode value) {
    if (value.isNumber()) {
      return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> copy.add(oneWay(element)));
      return copy;
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(p -> copy.set(p.getKey(), oneWay(p.getValue())));
      return copy;
    }
    return value;
  }
}
