package dev.broadcasttck.mock.recording;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every way to falsify a JSON value in one place. */
final class JsonFlip {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFlip() {}

  static Stream<JsonNode> of(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object(object);
    } else if (node instanceof ArrayNode array) {
      return array(array);
    } else if (node.isNumber()) {
      return Stream.of(
          NODES.numberNode(node.decimalValue().add(BigDecimal.ONE)),
          NODES.stringNode(node.toString()));
    } else if (node.isBoolean()) {
      return Stream.of(NODES.booleanNode(!node.booleanValue()));
    }
    return Stream.of(NODES.stringNode(node.asString("null") + "~"));
  }

  private static Stream<JsonNode> object(ObjectNode object) {
    Stream<JsonNode> without =
        object.propertyNames().stream().map(key -> object.deepCopy().without(key));
    Stream<JsonNode> changed =
        object.properties().stream()
            .flatMap(
                entry ->
                    of(entry.getValue())
                        .map(value -> object.deepCopy().set(entry.getKey(), value)));
    return Stream.of(without, changed, Stream.of(object.deepCopy().put("~", 1)))
        .flatMap(variants -> variants);
  }

  private static Stream<JsonNode> array(ArrayNode array) {
    Stream<JsonNode> changed =
        IntStream.range(0, array.size())
            .boxed()
            .flatMap(i -> of(array.get(i)).map(value -> array.deepCopy().set(i, value)));
    return Stream.concat(changed, Stream.of(array.deepCopy().add("~")));
  }
}
