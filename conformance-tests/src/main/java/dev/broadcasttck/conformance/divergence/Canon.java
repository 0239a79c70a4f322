package dev.broadcasttck.conformance.divergence;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said, without what every server and every playing says otherwise. */
final class Canon {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Members that hold what a server numbers as it likes. */
  private static final Set<String> NUMBERED = Set.of("phx_ref", "phx_ref_prev", "id", "ids");

  private static final Map<Pattern, String> PLAIN =
      Map.of(
          Pattern.compile("-[0-9a-z]{6,13}-\\d+"), "",
          Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"), "<id>",
          Pattern.compile("\\b[\\w-]{16,}(\\.[\\w-]{16,})+"), "<token>",
          Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?"), "<time>");

  private Canon() {}

  static String text(String said) {
    String plain = said;
    for (Map.Entry<Pattern, String> each : PLAIN.entrySet()) {
      plain = each.getKey().matcher(plain).replaceAll(each.getValue());
    }
    return plain;
  }

  /** A frame that is no message, its bytes as far as they can be shown. */
  static String noise(Frame frame) {
    if (frame.kind() == Encoding.TEXT) {
      return text(frame.content());
    }
    byte[] bytes = HexFormat.of().parseHex(frame.content());
    String plain = text(new String(bytes, StandardCharsets.ISO_8859_1));
    return "of bytes " + plain.replaceAll("[^ -~]", "·");
  }

  /** A body, as JSON where it is that. */
  static String body(String said) {
    try {
      return json(JsonMapper.shared().readTree(said)).toString();
    } catch (JacksonException noJson) {
      return text(said);
    }
  }

  /** The same with its members in the order of their names. */
  static JsonNode json(JsonNode said) {
    if (said.isString()) {
      return JSON.stringNode(text(said.stringValue()));
    }
    if (said.isArray()) {
      ArrayNode plain = JSON.arrayNode();
      said.forEach(element -> plain.add(json(element)));
      return plain;
    }
    return said.isObject() ? object(said) : said;
  }

  private static ObjectNode object(JsonNode said) {
    Map<String, JsonNode> members = new TreeMap<>();
    said.properties()
        .forEach(
            member ->
                members.put(
                    text(member.getKey()),
                    NUMBERED.contains(member.getKey())
                        ? JSON.stringNode("<id>")
                        : json(member.getValue())));
    ObjectNode plain = JSON.objectNode();
    members.forEach(plain::set);
    return plain;
  }
}
