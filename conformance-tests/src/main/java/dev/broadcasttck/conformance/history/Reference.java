package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import tools.jackson.databind.JsonNode;

/** What pairs a reply with its push. */
public record Reference(String topic, JsonNode ref) {
  public static Reference of(Envelope envelope) {
    return new Reference(envelope.topic(), envelope.ref());
  }
}
