package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The message inside a {@code broadcast}: what users send and hear.
 *
 * @param event the user's own event, empty where the broadcast names none
 * @param payload the user's own payload, a JSON null where the broadcast has none
 * @param meta what the server or the sender tells about the message
 */
public record UserBroadcast(String event, JsonNode payload, Optional<JsonNode> meta) {

  public UserBroadcast(String event, JsonNode payload) {
    this(event, payload, Optional.empty());
  }

  /** What a {@code broadcast} holds; empty for other events, and where the payload is no object. */
  public static Optional<UserBroadcast> in(Envelope envelope) {
    JsonNode payload = envelope.payload();
    if (!envelope.event().equals("broadcast") || !payload.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new UserBroadcast(
            payload.path("event").stringValueOpt().orElse(""),
            payload.optional("payload").orElse(Json.none()),
            payload.optional("meta")));
  }

  /** {@code {"event":…,"payload":…,"type":"broadcast"}}, with {@code meta} where there is one. */
  public ObjectNode toPayload() {
    ObjectNode broadcast = Json.object().put("event", event);
    broadcast.set("payload", payload);
    broadcast.put("type", "broadcast");
    meta.ifPresent(node -> broadcast.set("meta", node));
    return broadcast;
  }
}
