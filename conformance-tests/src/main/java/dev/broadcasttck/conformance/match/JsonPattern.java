package dev.broadcasttck.conformance.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON value in which a string such as {@code $any} stands for many values.
 *
 * <p>Objects must have the same keys, unless the pattern has the key {@code ...}, which lets others
 * pass. Numbers are compared by value.
 *
 * @param node the value as written in the script, its names already resolved
 */
public record JsonPattern(JsonNode node) {
  private static final String OTHER_KEYS = "...";

  /** The pattern that only a value itself fits, whatever its strings begin with. */
  public static JsonPattern literal(JsonNode value) {
    return new JsonPattern(Strings.mapped(value, Wildcard::escaped));
  }

  /** Whether a value fits. */
  public boolean matches(JsonNode actual) {
    return compare(actual).isEmpty();
  }

  /** What a value that fits has where the pattern says {@code $capture}. */
  public Map<String, JsonNode> captures(JsonNode actual) {
    Map<String, JsonNode> captures = new LinkedHashMap<>();
    capture(node, actual, captures);
    return captures;
  }

  /** The first place in which a value does not fit. */
  public Optional<Mismatch> compare(JsonNode actual) {
    return compare(JsonPointer.empty(), node, actual);
  }

  private static Optional<Mismatch> compare(JsonPointer at, JsonNode expected, JsonNode actual) {
    Optional<Wildcard> wildcard = Wildcard.of(expected);
    if (wildcard.isPresent()) {
      return when(!wildcard.get().accepts(actual), at, expected, actual);
    }
    Optional<Form> form = Form.of(expected);
    if (form.isPresent()) {
      return when(!form.get().accepts(actual), at, expected, actual);
    }
    if (expected.isObject() && actual.isObject()) {
      return compareKeys(at, expected, actual);
    }
    if (expected.isArray() && actual.isArray()) {
      return compareElements(at, expected, actual);
    }
    if (expected.isNumber() && actual.isNumber()) {
      return when(
          expected.decimalValue().compareTo(actual.decimalValue()) != 0, at, expected, actual);
    }
    return when(!Wildcard.unescaped(expected).equals(actual), at, expected, actual);
  }

  private static Optional<Mismatch> compareKeys(
      JsonPointer at, JsonNode expected, JsonNode actual) {
    for (Map.Entry<String, JsonNode> property : expected.properties()) {
      if (!property.getKey().equals(OTHER_KEYS)) {
        Optional<Mismatch> mismatch =
            compare(
                at.appendProperty(property.getKey()),
                property.getValue(),
                actual.path(property.getKey()));
        if (mismatch.isPresent()) {
          return mismatch;
        }
      }
    }
    if (expected.has(OTHER_KEYS)) {
      return Optional.empty();
    }
    return actual.propertyNames().stream()
        .filter(name -> !expected.has(name))
        .findFirst()
        .map(
            name ->
                new Mismatch(at.appendProperty(name), "no such key", actual.get(name).toString()));
  }

  private static Optional<Mismatch> compareElements(
      JsonPointer at, JsonNode expected, JsonNode actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      JsonNode element = i < expected.size() ? expected.get(i) : MissingNode.getInstance();
      Optional<Mismatch> mismatch = compare(at.appendIndex(i), element, actual.path(i));
      if (mismatch.isPresent()) {
        return mismatch;
      }
    }
    return Optional.empty();
  }

  private static void capture(JsonNode expected, JsonNode actual, Map<String, JsonNode> captures) {
    Optional<Form> form = Form.of(expected);
    if (form.isPresent()) {
      form.get().capture(actual, captures);
    } else if (expected.isObject()) {
      expected.properties().forEach(p -> capture(p.getValue(), actual.path(p.getKey()), captures));
    } else if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        capture(expected.get(i), actual.path(i), captures);
      }
    }
  }

  private static Optional<Mismatch> when(
      boolean differs, JsonPointer at, JsonNode expected, JsonNode actual) {
    return differs
        ? Optional.of(new Mismatch(at, inWords(expected), inWords(actual)))
        : Optional.empty();
  }

  private static String inWords(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
