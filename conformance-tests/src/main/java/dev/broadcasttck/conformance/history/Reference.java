package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What pairs a reply with its push.
 *
 * @param ref null where it is empty: a binary push cannot tell the two apart
 */
public record Reference(String topic, JsonNode ref) {
  public static Reference of(Envelope envelope) {
    boolean isEmpty = envelope.ref().asString("").isEmpty();
    return new Reference(
        envelope.topic(), isEmpty ? JsonNodeFactory.instance.nullNode() : envelope.ref());
  }
}
