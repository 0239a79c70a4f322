package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a verb takes, whether written in full or in short: a bare value is the one argument that
 * matters most.
 *
 * @param step the step
 * @param node an object
 */
record Arguments(Step step, JsonNode node) {

  /**
   * Reads a step's arguments.
   *
   * @param shortFor the argument that a bare value stands for
   */
  static Arguments of(Step step, String shortFor) {
    JsonNode written = step.arguments();
    return new Arguments(
        step,
        written.isObject()
            ? written
            : JsonNodeFactory.instance.objectNode().set(shortFor, written));
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(value -> value.asString());
  }

  JsonNode value(String name) {
    return optional(name).orElseThrow(() -> missing(name));
  }

  Optional<JsonNode> optional(String name) {
    return node.optional(name);
  }

  boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  int number(String name, int otherwise) {
    return node.path(name).asInt(otherwise);
  }

  /** One value or several. */
  List<JsonNode> list(String name) {
    JsonNode value = node.path(name);
    return value.isArray() ? value.valueStream().toList() : optional(name).stream().toList();
  }

  private ScriptError missing(String name) {
    return new ScriptError("%s: '%s' needs '%s'".formatted(step.location(), step.verb(), name));
  }
}
