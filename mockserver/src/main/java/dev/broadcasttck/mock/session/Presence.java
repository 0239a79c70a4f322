package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.message.Json;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How presence pushes are answered; who is present is not kept. */
final class Presence {
  private static final String NOT_A_MAP = "Presence track payload must be a map";

  /** A reply's status and response. */
  record Answer(boolean ok, JsonNode response) {}

  private Presence() {}

  /** As in recording 15_presence: a push without an event is fine, an unknown event is not. */
  static Answer answer(JsonNode payload) {
    return switch (payload.path("event").asString("untrack").toLowerCase(Locale.ROOT)) {
      case "track" -> track(payload.path("payload"));
      case "untrack" -> new Answer(true, Json.object());
      default -> new Answer(false, Json.object());
    };
  }

  private static Answer track(JsonNode state) {
    return state.isObject() || state.isMissingNode()
        ? new Answer(true, Json.object())
        : new Answer(false, Json.object().put("reason", NOT_A_MAP));
  }
}
