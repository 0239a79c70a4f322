package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a join asks for; what it does not say, or says in a wrong type, has its default (recording
 * 02_join_payload_variants_v1).
 *
 * @param isPrivate whether the private room of the name is meant
 * @param presence whether the state of the presence is wanted
 * @param replay whether the config has the key {@code replay}, even as null
 * @param postgresChanges the database changes that are wanted
 */
public record JoinConfig(
    boolean self,
    boolean ack,
    boolean isPrivate,
    boolean presence,
    boolean replay,
    List<JsonNode> postgresChanges) {

  /** Empty where the payload is such that the real server stumbles over it. */
  public static Optional<JoinConfig> parse(JsonNode payload, Room room) {
    if (!payload.isObject()) {
      return Optional.empty();
    }
    if (!payload.has("config")) {
      return Optional.of(
          new JoinConfig(false, false, false, false, false, List.of(legacyEntry(room.name()))));
    }
    JsonNode config = payload.path("config");
    JsonNode broadcast = config.path("broadcast");
    return isObjectOrNothing(config) && isObjectOrNothing(broadcast)
        ? Optional.of(parse(config, broadcast))
        : Optional.empty();
  }

  private static JoinConfig parse(JsonNode config, JsonNode broadcast) {
    return new JoinConfig(
        isTrue(broadcast.path("self")),
        isTrue(broadcast.path("ack")),
        isTrue(config.path("private")),
        isTrue(config.path("presence").path("enabled")),
        broadcast.has("replay"),
        entries(config.path("postgres_changes")));
  }

  /** The API of old wrote schema, table and filter into the topic (27_legacy_join_no_config). */
  private static JsonNode legacyEntry(String name) {
    String[] keys = {"schema", "table", "filter"};
    String[] parts = name.split(":", keys.length);
    ObjectNode entry = Json.object();
    for (int i = 0; i < parts.length; i++) {
      entry.put(keys[i], parts[i]);
    }
    return entry;
  }

  private static boolean isObjectOrNothing(JsonNode node) {
    return node.isObject() || node.isNull() || node.isMissingNode();
  }

  private static boolean isTrue(JsonNode node) {
    return node.isBoolean()
        ? node.booleanValue()
        : node.isString() && node.stringValue().equalsIgnoreCase("true");
  }

  private static List<JsonNode> entries(JsonNode array) {
    List<JsonNode> entries = new ArrayList<>();
    if (array.isArray()) {
      array.forEach(entries::add);
    }
    return entries.stream().filter(JsonNode::isObject).toList();
  }

  /** The wanted database changes, each with an id that depends on nothing but the entry. */
  JsonNode postgresChangesWithIds() {
    var array = Json.array();
    for (JsonNode entry : postgresChanges) {
      ObjectNode numbered =
          Json.object().put("id", 1 + Math.floorMod(entry.hashCode(), 100_000_000));
      numbered.setAll((ObjectNode) entry);
      array.add(numbered);
    }
    return array;
  }
}
