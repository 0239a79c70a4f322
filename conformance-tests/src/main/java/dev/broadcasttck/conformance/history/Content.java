package dev.broadcasttck.conformance.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.spec.protocol.Envelope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * By what one broadcast is told from another.
 *
 * @param topic as on the socket
 * @param digest of the event and the inner payload, however their keys and numbers are written
 */
public record Content(String topic, String digest) {

  /** The content of a {@code broadcast} that is written as the protocol has it. */
  public static Optional<Content> of(Envelope envelope) {
    JsonNode payload = envelope.payload();
    if (!envelope.event().equals("broadcast") || !payload.path("event").isString()) {
      return Optional.empty();
    }
    return Optional.of(
        of(envelope.topic(), payload.path("event").stringValue(), payload.path("payload")));
  }

  static Content of(String topic, String event, JsonNode payload) {
    return new Content(topic, digest(event.length() + event + oneWay(payload)));
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      value.properties().forEach(p -> sorted.put(p.getKey(), oneWay(p.getValue())));
      sorted.forEach(copy::set);
      return copy;
    }
    return value;
  }
}
