package dev.broadcasttck.mock.presence;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is present in which room of a project; for one thread. What changes is told as a {@code
 * presence_diff}.
 */
public final class Attendances {
  private final PhxRefs refs = new PhxRefs();
  private final Map<Room, Attendance> rooms = new HashMap<>();

  /** The diff that tells of it, none where an attendee says again what it has said. */
  public Optional<JsonNode> track(Room room, Object attendee, String key, ObjectNode said) {
    return rooms.computeIfAbsent(room, r -> new Attendance(refs)).track(attendee, key, said);
  }

  /** The diff that tells of it, none where the attendee was not present. */
  public Optional<JsonNode> untrack(Room room, Object attendee) {
    Optional<Attendance> attendance = Optional.ofNullable(rooms.get(room));
    Optional<JsonNode> diff = attendance.flatMap(a -> a.untrack(attendee));
    attendance.filter(Attendance::isEmpty).ifPresent(a -> rooms.remove(room));
    return diff;
  }

  /** All who are present, as a {@code presence_state} tells it. */
  public JsonNode state(Room room) {
    return Optional.ofNullable(rooms.get(room)).map(Attendance::state).orElseGet(Json::object);
  }
}
