package dev.broadcasttck.conformance.match;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An object of a pattern that stands for many values: {@code {$matches: REGEX}}, {@code {$one-of:
 * [PATTERN…]}}, {@code {$not: PATTERN}} or {@code {$capture: NAME}}.
 *
 * @param word what stands behind the dollar
 * @param argument what it takes
 */
record Form(String word, JsonNode argument) {
  static Optional<Form> of(JsonNode expected) {
    if (!expected.isObject() || expected.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> only = expected.properties().iterator().next();
    return switch (only.getKey()) {
      case "$matches", "$one-of", "$capture", "$not" ->
          Optional.of(new Form(only.getKey(), only.getValue()));
      default -> Optional.empty();
    };
  }

  boolean accepts(JsonNode actual) {
    return switch (word) {
      case "$matches" ->
          actual.isString() && Pattern.matches(argument.asString(), actual.stringValue());
      case "$one-of" ->
          argument.valueStream().anyMatch(choice -> new JsonPattern(choice).matches(actual));
      case "$not" -> !new JsonPattern(argument).matches(actual);
      default -> !actual.isMissingNode();
    };
  }

  void capture(JsonNode actual, Map<String, JsonNode> captures) {
    if (word.equals("$capture")) {
      captures.put(argument.asString(), actual);
    }
  }
}
