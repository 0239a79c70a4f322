package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a channel has sent of late, to know its own copies by. */
final class OwnWords {
  private static final int KEPT = 64;

  private record Content(JsonNode event, JsonNode payload) {
    static Content of(Payload payload) {
      if (payload instanceof Payload.User user) {
        return new Content(Json.string(user.event()), data(user));
      }
      JsonNode tree = payload.tree();
      return new Content(tree.path("event"), tree.path("payload"));
    }

    private static JsonNode data(Payload.User user) {
      try {
        return user.isJson() ? Json.read(user.data()) : Json.string(user.data().toString());
      } catch (JacksonException noJson) {
        return Json.string(user.data().toString());
      }
    }
  }

  private final Deque<Content> sent = new ArrayDeque<>();

  void note(Payload payload) {
    sent.addLast(Content.of(payload));
    if (sent.size() > KEPT) {
      sent.removeFirst();
    }
  }

  /** Whether it is one of them, which it is once. */
  boolean take(Payload payload) {
    return !sent.isEmpty() && sent.remove(Content.of(payload));
  }
}
