package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Line.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a tape in a few words, for an arrow of a diagram: {@code broadcast test {"n":1}}.
 *
 * @param line that is told
 */
public record Gist(Line line) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BINARY = "binary [";
  private static final int EVENT = 3;
  private static final int PAYLOAD = 4;

  public String inWords() {
    if (line.kind() == Kind.OPENING) {
      return "opens a WebSocket";
    }
    return line.isFrame() ? frame(line.text()) : line.words();
  }

  private static String frame(String text) {
    if (text.startsWith(BINARY)) {
      String[] parts = text.substring(BINARY.length(), text.length() - 1).split(", ", PAYLOAD + 1);
      return parts.length <= PAYLOAD ? text : message(parts[EVENT], parts[PAYLOAD]) + " (binary)";
    }
    JsonNode tree = tree(text);
    if (tree.isArray() && tree.size() > PAYLOAD) {
      return message(tree.get(EVENT).asString(""), tree.get(PAYLOAD));
    }
    return tree.has("event") ? message(tree.get("event").asString(""), tree.path("payload")) : text;
  }

  private static String message(String event, String payload) {
    return message(event, tree(payload));
  }

  private static String message(String event, JsonNode payload) {
    if (event.equals("phx_reply")) {
      JsonNode response = payload.path("response");
      String more = response.isEmpty() ? "" : " " + response;
      return "reply " + payload.path("status").asString("") + more;
    }
    return event.equals("broadcast")
        ? "broadcast " + payload.path("event").asString("") + " " + payload.path("payload")
        : event + (payload.isEmpty() ? "" : " " + payload);
  }

  /** A missing node where the text is no JSON: some frames are wrong on purpose. */
  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException noJson) {
      return JSON.missingNode();
    }
  }
}
