package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.project.Database;
import dev.broadcasttck.mock.project.StoredMessage;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A join's wish for messages of the past (recording 16_replay).
 *
 * @param limit 1 to 25
 */
record Replay(Instant since, int limit) {
  private static final int MOST = 25;

  /** Empty where the parameters are not valid. */
  static Optional<Replay> parse(JsonNode replay) {
    JsonNode since = replay.path("since");
    JsonNode limit = replay.path("limit");
    boolean isLimit = limit.isMissingNode() || limit.isNull() || limit.isIntegralNumber();
    if (!since.canConvertToLong() || !since.isIntegralNumber() || !isLimit) {
      return Optional.empty();
    }
    int wanted = limit.isIntegralNumber() ? limit.intValue() : MOST;
    return Optional.of(
        new Replay(Instant.ofEpochMilli(since.longValue()), Math.max(1, Math.min(MOST, wanted))));
  }

  void play(Room room, Database database, Voice voice, Line line) {
    for (StoredMessage message : database.messages(room, since, limit)) {
      Payload.User payload = message.payload(true);
      if (payload.isJson()) {
        voice.push("broadcast", tree(payload));
      } else {
        line.deliver(new Delivery(new Broadcast(room.topic(), payload)));
      }
    }
  }

  private static JsonNode tree(Payload.User payload) {
    var tree = Json.object().put("event", payload.event());
    payload.meta().ifPresent(meta -> tree.set("meta", meta));
    tree.set("payload", Json.read(payload.data()));
    return tree.put("type", "broadcast");
  }
}
