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
 * @param presenceKey empty where none is named
 * @param replay what the config has under the key {@code replay}, even null
 * @param replicationReady whether the client wants to know that the database's messages come
 * @param postgresChanges the database changes that are wanted
 */
public record JoinConfig(
    boolean self,
    boolean ack,
    boolean isPrivate,
    boolean presence,
    String presenceKey,
    Optional<JsonNode> replay,
    boolean replicationReady,
    List<JsonNode> postgresChanges) {

  /** Empty where the payload is such that the real server stumbles over it. */
  public static Optional<JoinConfig> parse(JsonNode payload, Room room) {
    if (!payload.isObject()) {
      return Optional.empty();
    }
    if (!payload.has("config")) {
      return Optional.of(legacy(room));
    }
    JsonNode config = payload.path("config");
    JsonNode broadcast = config.path("broadcast");
    return isObjectOrNothing(config) && isObjectOrNothing(broadcast)
        ? Optional.of(parse(config, broadcast))
        : Optional.empty();
  }

  private static JoinConfig legacy(Room room) {
    List<JsonNode> changes = List.of(legacyEntry(room.name()));
    return new JoinConfig(false, false, false, false, "", Optional.empty(), false, changes);
  }

  private static JoinConfig parse(JsonNode config, JsonNode broadcast) {
    return new JoinConfig(
        isTrue(broadcast.path("self")),
        isTrue(broadcast.path("ack")),
        isTrue(config.path("private")),
        isTrue(config.path("presence").path("enabled")),
        config.path("presence").path("key").stringValueOpt().orElse(""),
        broadcast.has("replay") ? Optional.of(broadcast.path("replay")) : Optional.empty(),
        isTrue(broadcast.path("replication_ready")),
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
