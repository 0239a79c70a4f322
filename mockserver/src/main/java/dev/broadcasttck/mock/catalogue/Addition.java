package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same message with something that no rule names. */
final class Addition {
  private static final String KEY = "served_by";
  private static final String VALUE = "odd";

  private Addition() {}

  /** With metadata, which the protocol has a place for. */
  static Broadcast meta(Broadcast broadcast) {
    JsonNode meta = Json.object().put("id", "9b2f0d4c-6d0e-4a5e-8c3f-7a1b5d2e9f60");
    if (broadcast.payload() instanceof Payload.User user) {
      Payload other = new Payload.User(user.event(), user.isJson(), user.data(), Optional.of(meta));
      return new Broadcast(broadcast.topic(), other);
    }
    return with(broadcast, "meta", meta);
  }

  /** With a key beside type, event and payload, where it is JSON that they are in. */
  static Broadcast key(Broadcast broadcast) {
    return with(broadcast, KEY, Json.string(VALUE));
  }

  private static Broadcast with(Broadcast broadcast, String key, JsonNode value) {
    if (broadcast.payload().tree() instanceof ObjectNode object) {
      object.set(key, value);
      return new Broadcast(broadcast.topic(), new Payload.Text(JsonText.of(object)));
    }
    return broadcast;
  }

  /** With a key beside status and response. */
  static ServerMessage key(ServerMessage reply) {
    return with(reply, copy(reply).put(KEY, VALUE));
  }

  /** With a key in the response. */
  static ServerMessage responseKey(ServerMessage reply) {
    ObjectNode payload = copy(reply);
    if (payload.path("response") instanceof ObjectNode response) {
      response.put(KEY, VALUE);
    }
    return with(reply, payload);
  }

  private static ObjectNode copy(ServerMessage message) {
    return (ObjectNode) message.payload().deepCopy();
  }

  private static ServerMessage with(ServerMessage message, JsonNode payload) {
    return new ServerMessage(
        message.joinRef(), message.ref(), message.topic(), message.event(), payload);
  }
}
