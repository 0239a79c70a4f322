package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What came of a playing.
 *
 * @param node as it is written
 */
public record RecordedResult(JsonNode node) {

  public String scenario() {
    return node.path("id").asString();
  }

  /** {@code SELF-1/sender-hears-nothing-by-default@2.0.0}, unique in a run. */
  public String playing() {
    String binary = node.path("encoding").asString().equals("binary") ? "+binary" : "";
    return scenario() + "@" + node.path("vsn").asString() + binary;
  }

  public List<String> rules() {
    return children("rules").map(JsonNode::asString).toList();
  }

  public Verdict verdict() {
    return Verdict.named(node.path("verdict").asString()).orElseThrow();
  }

  /** What it did not pass for; empty where it passed, or where an older version wrote the file. */
  public Optional<String> cause() {
    return node.has("cause") ? Optional.of(node.path("cause").asString()) : Optional.empty();
  }

  /** The weakest evidence among its negatives; empty where it has none. */
  public Optional<Grade> weakest() {
    return children("negatives")
        .map(negative -> Grade.valueOf(negative.path("grade").asString()))
        .max(Comparator.naturalOrder());
  }

  private Stream<JsonNode> children(String name) {
    return StreamSupport.stream(node.path(name).spliterator(), false);
  }
}
