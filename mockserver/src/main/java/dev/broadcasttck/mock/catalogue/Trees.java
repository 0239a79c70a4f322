package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.message.Json;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes all through a JSON value. */
final class Trees {
  private Trees() {}

  /**
   * The same with something else in place of each value, the innermost first.
   *
   * @param instead empty where an object's key or an array's element is to be left out
   */
  static JsonNode each(JsonNode tree, Function<JsonNode, Optional<JsonNode>> instead) {
    return within(tree, instead).orElse(Json.NULL);
  }

  private static Optional<JsonNode> within(
      JsonNode tree, Function<JsonNode, Optional<JsonNode>> instead) {
    if (tree.isObject()) {
      ObjectNode object = Json.object();
      tree.properties()
          .forEach(
              entry ->
                  within(entry.getValue(), instead)
                      .ifPresent(value -> object.set(entry.getKey(), value)));
      return instead.apply(object);
    }
    if (tree.isArray()) {
      ArrayNode array = Json.array();
      tree.forEach(element -> within(element, instead).ifPresent(array::add));
      return instead.apply(array);
    }
    return instead.apply(tree);
  }
}
