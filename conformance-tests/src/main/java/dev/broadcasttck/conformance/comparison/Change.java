package dev.broadcasttck.conformance.comparison;

import dev.broadcasttck.conformance.record.RecordedResult;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A playing that came out otherwise, or that only one of the runs knows.
 *
 * @param playing its name
 * @param was what came of it in the old run
 * @param is what came of it in the new one
 */
public record Change(String playing, Optional<RecordedResult> was, Optional<RecordedResult> is) {

  /** Such as {@code passed → failed}. */
  public String verdicts() {
    return was.flatMap(a -> is.map(b -> a.verdict() + " → " + b.verdict()))
        .orElseGet(() -> was.or(() -> is).map(it -> it.verdict().toString()).orElse(""));
  }

  /** What it does not pass for now; empty where it passes. */
  public Optional<String> cause() {
    return is.filter(it -> !Kind.isGood(it.verdict())).flatMap(RecordedResult::cause);
  }

  ObjectNode toJson() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("playing", playing);
    was.ifPresent(it -> node.put("was", it.verdict().toString()));
    is.ifPresent(it -> node.put("is", it.verdict().toString()));
    cause().ifPresent(cause -> node.put("cause", cause));
    return node;
  }
}
