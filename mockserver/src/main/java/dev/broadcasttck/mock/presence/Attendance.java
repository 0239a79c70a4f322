package dev.broadcasttck.mock.presence;

import dev.broadcasttck.mock.message.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is present in one room, told as in recording 15_presence. */
final class Attendance {
  /** One attendee's entry: its key and what it says of itself, with its {@code phx_ref}. */
  private record Entry(String key, ObjectNode said, ObjectNode meta) {}

  private final PhxRefs refs;
  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  Attendance(PhxRefs refs) {
    this.refs = refs;
  }

  Optional<JsonNode> track(Object attendee, String key, ObjectNode said) {
    Optional<Entry> old = Optional.ofNullable(entries.get(attendee));
    if (old.map(entry -> entry.said().equals(said)).orElse(false)) {
      return Optional.empty();
    }
    ObjectNode meta = Json.object().put("phx_ref", refs.next());
    old.ifPresent(entry -> meta.set("phx_ref_prev", entry.meta().path("phx_ref")));
    meta.setAll(said);
    Entry entry = new Entry(key, said, meta);
    entries.put(attendee, entry);
    return Optional.of(diff(listed(Optional.of(entry)), listed(old)));
  }

  Optional<JsonNode> untrack(Object attendee) {
    Optional<Entry> old = Optional.ofNullable(entries.remove(attendee));
    return old.map(entry -> diff(Json.object(), listed(old)));
  }

  JsonNode state() {
    ObjectNode state = Json.object();
    entries.values().forEach(entry -> list(entry, state));
    return state;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  private static JsonNode diff(JsonNode joins, JsonNode leaves) {
    ObjectNode diff = Json.object();
    diff.set("joins", joins);
    diff.set("leaves", leaves);
    return diff;
  }

  private static ObjectNode listed(Optional<Entry> entry) {
    ObjectNode list = Json.object();
    entry.ifPresent(e -> list(e, list));
    return list;
  }

  /** Several attendees may have one key. */
  private static void list(Entry entry, ObjectNode list) {
    ObjectNode attendee =
        list.path(entry.key()).isObject()
            ? (ObjectNode) list.path(entry.key())
            : list.putObject(entry.key());
    ArrayNode metas =
        attendee.path("metas").isArray()
            ? (ArrayNode) attendee.path("metas")
            : attendee.putArray("metas");
    metas.add(entry.meta());
  }
}
