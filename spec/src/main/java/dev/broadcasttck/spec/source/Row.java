package dev.broadcasttck.spec.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An object of a file whose shape has been checked, read by key.
 *
 * @param node the object
 */
public record Row(JsonNode node) {

  /** The text of a member that must be there. */
  public String word(String key) {
    return node.required(key).asString();
  }

  /** The text of a member that may be left out. */
  public Optional<String> text(String key) {
    return node.has(key) ? Optional.of(word(key)) : Optional.empty();
  }

  /** A list of words; empty where it is left out. */
  public List<String> words(String key) {
    return items(key).map(JsonNode::asString).toList();
  }

  /** A list of objects; empty where it is left out. */
  public List<Row> rows(String key) {
    return items(key).map(Row::new).toList();
  }

  private Stream<JsonNode> items(String key) {
    return StreamSupport.stream(node.path(key).spliterator(), false);
  }
}
