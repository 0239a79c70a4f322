package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A message that the database sent, and keeps. */
public record StoredMessage(
    Room room, Instant at, String id, String event, boolean isJson, Bytes data) {

  /** As it is sent, and, with {@code replayed}, as it is sent again. */
  public Payload.User payload(boolean replayed) {
    ObjectNode meta = Json.object().put("id", id);
    if (replayed) {
      meta.put("replayed", true);
    }
    return new Payload.User(event, isJson, data, Optional.of(meta));
  }
}
