package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The last pushes of a socket that the server has not replied to. */
final class Questions {
  private static final int KEPT = 1000;

  private record Key(JsonNode topic, JsonNode ref) {}

  private final Map<Key, Push> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Push> eldest) {
          return size() > KEPT;
        }
      };

  void note(Push push) {
    if (!push.ref().isNull()) {
      open.put(new Key(push.topic(), push.ref()), push);
    }
  }

  /** What is replied to; empty where nobody knows, or it has been replied to before. */
  Optional<Push> answered(ServerMessage reply) {
    return Optional.ofNullable(open.remove(new Key(reply.topic(), reply.ref())));
  }
}
