package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a wrong client makes of its pushes before they are framed; a right one changes nothing. */
final class Distortion {
  private static final List<String> RESERVED = List.of("type", "event", "ids");
  private static final int LONG = 1_000;

  private final Conduct conduct;
  private final Map<String, JsonNode> firstJoins = new HashMap<>();

  Distortion(Conduct conduct) {
    this.conduct = conduct;
  }

  Envelope of(Envelope push) {
    return switch (push.event()) {
      case "phx_join" -> {
        firstJoins.putIfAbsent(push.topic(), push.ref());
        yield push;
      }
      case "phx_leave" -> conduct.does(Misbehaviour.LEAVES_WITHOUT_JOIN_REF) ? unnamed(push) : push;
      case "broadcast" -> broadcast(push);
      default -> push;
    };
  }

  /** Whether the user's keys stand where the protocol's own should. */
  boolean isFlat(Envelope push) {
    return push.event().equals("broadcast") && !push.payload().has("payload");
  }

  private static Envelope unnamed(Envelope push) {
    return new Envelope(Json.none(), push.ref(), push.topic(), push.event(), push.payload());
  }

  private Envelope broadcast(Envelope push) {
    return new Envelope(
        joinRef(push), push.ref(), push.topic(), push.event(), payload(push.payload()));
  }

  private JsonNode joinRef(Envelope push) {
    if (conduct.does(Misbehaviour.WITHOUT_JOIN_REF)) {
      return Json.none();
    }
    if (conduct.does(Misbehaviour.PUSH_REF_AS_JOIN_REF)) {
      return push.ref();
    }
    JsonNode first = firstJoins.getOrDefault(push.topic(), push.joinRef());
    boolean rejoined = !first.equals(push.joinRef());
    return rejoined && conduct.does(Misbehaviour.STALE_JOIN_REF) ? first : push.joinRef();
  }

  private JsonNode payload(JsonNode payload) {
    if (!(payload.path("payload") instanceof ObjectNode user)) {
      return payload;
    }
    ObjectNode shown = (ObjectNode) payload.deepCopy();
    if (conduct.does(Misbehaviour.FLAT_PAYLOAD)) {
      shown.remove("payload");
      shown.setAll(user);
    } else {
      shown.set("payload", user(user));
    }
    return shown;
  }

  private JsonNode user(ObjectNode payload) {
    ObjectNode shown = payload.deepCopy();
    if (RESERVED.stream().anyMatch(shown::has) && conduct.does(Misbehaviour.DROPS_USER_KEYS)) {
      shown.remove(RESERVED);
    }
    if (conduct.does(Misbehaviour.MUTATES_PAYLOAD)) {
      shown.put("type", "broadcast");
    }
    String text = Json.write(shown);
    if (text.chars().anyMatch(c -> c > '~') && conduct.does(Misbehaviour.LOSES_UNICODE)) {
      return Json.parse(text.replaceAll("[^ -~]", "?")).orElse(shown);
    }
    if (text.length() > LONG && conduct.does(Misbehaviour.CUTS_LONG_PAYLOADS)) {
      return Json.object().put("cut", text.substring(0, LONG));
    }
    return shown;
  }
}
