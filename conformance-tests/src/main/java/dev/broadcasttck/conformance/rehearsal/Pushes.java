package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients push, as scripts speak of it: a binary user broadcast reads like a text one. */
final class Pushes {
  private Pushes() {}

  static JsonNode payload(Push push) {
    if (push.payload() instanceof Payload.User user) {
      ObjectNode broadcast = Json.object().put("type", "broadcast").put("event", user.event());
      broadcast.set("payload", read(user.data().toArray(), user.isJson()));
      user.meta().ifPresent(meta -> broadcast.set("meta", meta));
      return broadcast;
    }
    return push.payload() instanceof Payload.Opaque opaque
        ? read(opaque.data().toArray(), true)
        : push.payload().tree();
  }

  private static JsonNode read(byte[] bytes, boolean isJson) {
    Optional<JsonNode> json =
        isJson ? Json.parse(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
    return json.orElseGet(() -> Json.text(HexFormat.of().formatHex(bytes)));
  }
}
