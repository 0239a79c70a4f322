package dev.broadcasttck.conformance.artefact;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How JSON is written here: indented, with a line's end. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static String text(JsonNode tree) {
    return MAPPER.writeValueAsString(tree) + "\n";
  }

  /** A string as JSON writes it, which YAML and JavaScript read too. */
  static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }
}
