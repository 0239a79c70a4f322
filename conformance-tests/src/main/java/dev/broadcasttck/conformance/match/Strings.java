package dev.broadcasttck.conformance.match;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The strings inside a JSON value; the names of keys are not among them. */
public final class Strings {
  private Strings() {}

  /** A copy of a value in which each string has been replaced. */
  public static JsonNode mapped(JsonNode value, UnaryOperator<String> replacement) {
    if (value.isString()) {
      return StringNode.valueOf(replacement.apply(value.stringValue()));
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> copy.add(mapped(element, replacement)));
      return copy;
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(p -> copy.set(p.getKey(), mapped(p.getValue(), replacement)));
      return copy;
    }
    return value;
  }
}
