package dev.broadcasttck.mock.message;

import java.util.function.Supplier;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees whose numbers keep every digit. */
public final class Json {
  public static final JsonNode NULL = JsonNodeFactory.instance.nullNode();

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static JsonNode string(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  /** Reads what is known to be JSON. */
  public static JsonNode read(Bytes json) {
    return keeping(() -> MAPPER.readTree(json.toArray()));
  }

  public static JsonNode read(String json) {
    return keeping(() -> MAPPER.readTree(json));
  }

  /** The library reports a number whose exponent no decimal can keep unlike all else. */
  private static JsonNode keeping(Supplier<JsonNode> reading) {
    try {
      return reading.get();
    } catch (NumberFormatException e) {
      throw new StreamReadException(null, "a number whose exponent no decimal can keep", e);
    }
  }

  /** Without spaces, in raw UTF-8. */
  public static Bytes write(JsonNode node) {
    return Bytes.of(MAPPER.writeValueAsBytes(node));
  }
}
