package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The presence of one channel: its pushes, and what the room is told of them. */
final class Presence {
  private static final String NOT_A_MAP = "Presence track payload must be a map";
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private final Project project;
  private final Room room;
  private final Voice voice;
  private final String key;
  private final Deque<Instant> calls = new ArrayDeque<>();

  /**
   * @param key under which the client is listed; a random one where it is empty
   */
  Presence(Project project, Room room, Voice voice, String key) {
    this.project = project;
    this.room = room;
    this.voice = voice;
    this.key = key.isEmpty() ? UUID.randomUUID().toString() : key;
  }

  void sayState() {
    voice.push("presence_state", project.attendances().state(room));
  }

  /** Whether the client calls too often, this call included. */
  boolean isFlooded() {
    Instant now = project.timers().now();
    calls.removeIf(call -> !call.plus(WINDOW).isAfter(now));
    calls.add(now);
    return calls.size() > project.limits().presenceCalls();
  }

  /** As in recording 15_presence: a push without an event is fine, an unknown event is not. */
  void receive(Push push) {
    JsonNode payload = push.payload().tree();
    switch (payload.path("event").asString("").toLowerCase(Locale.ROOT)) {
      case "track" -> track(push, payload.path("payload"));
      case "untrack" -> {
        voice.ok(push, Json.object());
        untrack();
      }
      case "" -> voice.ok(push, Json.object());
      default -> voice.error(push, Json.object());
    }
  }

  private void track(Push push, JsonNode said) {
    if (!said.isObject() && !said.isMissingNode()) {
      voice.error(push, Json.object().put("reason", NOT_A_MAP));
      return;
    }
    voice.ok(push, Json.object());
    ObjectNode state = said instanceof ObjectNode object ? object : Json.object();
    announce(project.attendances().track(room, this, key, state));
  }

  /** Is gone; nothing is said where it was not there. */
  void untrack() {
    announce(project.attendances().untrack(room, this));
  }

  private void announce(Optional<JsonNode> diff) {
    diff.ifPresent(d -> project.hub().announce(room, "presence_diff", d));
  }
}
