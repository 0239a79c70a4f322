package dev.broadcasttck.conformance.codec;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the wire needs it: compact, strict, and with every digit of a number kept. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** An object without fields, to be filled. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An array without elements, to be filled. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  public static JsonNode number(int number) {
    return JsonNodeFactory.instance.numberNode(number);
  }

  public static JsonNode none() {
    return JsonNodeFactory.instance.nullNode();
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** What a text says, or nothing where it is no JSON. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(read("it", text));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  static JsonNode read(String what, String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new Unreadable(what + " is empty, not JSON");
      }
      return node;
    } catch (JacksonException e) {
      throw new Unreadable(what + " is not JSON: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw new Unreadable(what + " holds a number whose exponent nobody can keep");
    }
  }
}
