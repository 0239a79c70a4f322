package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.codec.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value means, as text: the same for any order of keys and any way to write a number.
 */
final class Meaning {
  private Meaning() {}

  static String of(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> Json.write(Json.text(member.getKey())) + ":" + of(member.getValue()))
          .sorted()
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value.isArray()) {
      return value.valueStream().map(Meaning::of).collect(Collectors.joining(",", "[", "]"));
    }
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toString()
        : Json.write(value);
  }
}
