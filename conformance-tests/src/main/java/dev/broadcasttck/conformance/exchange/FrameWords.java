package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.spec.scenario.WireForm;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Frames that a script expects, as it writes them. */
final class FrameWords {
  private static final String OTHER_KEYS = "...";

  private FrameWords() {}

  /**
   * Reads one.
   *
   * @param hasJoinRef whether the receiver's version has join_ref at all
   */
  static Expected read(JsonNode written, Values values, boolean hasJoinRef) {
    ObjectNode pattern = Json.object();
    for (Map.Entry<String, JsonNode> part : written.properties()) {
      pattern.set(
          part.getKey(),
          part.getKey().equals("topic")
              ? values.expectedTopic(part.getValue())
              : values.toExpect(part.getValue()).node());
    }
    return switch (WireForm.of(written)) {
      case MESSAGE -> message(pattern, hasJoinRef);
      case PUSH -> push(pattern);
      default -> Expected.of(pattern.toString(), View::verbatim, new JsonPattern(pattern));
    };
  }

  /** A message of which the parts that are written are compared. */
  static Expected message(JsonNode pattern, boolean hasJoinRef) {
    ObjectNode open = (ObjectNode) pattern.deepCopy();
    if (!hasJoinRef) {
      open.remove("join_ref");
    }
    open.put(OTHER_KEYS, "$any");
    return Expected.of(View.cut(pattern.toString()), View::message, new JsonPattern(open));
  }

  private static Expected push(ObjectNode pattern) {
    ObjectNode open = pattern.deepCopy();
    open.optional("encoding").ifPresent(word -> open.set("encoding", PushWords.encoding(word)));
    open.put(OTHER_KEYS, "$any");
    boolean readsMetadata = open.path("metadata").isObject();
    return Expected.of(
        View.cut(pattern.toString()),
        got -> View.anatomy(got).map(parts -> readsMetadata ? View.metadataRead(parts) : parts),
        new JsonPattern(open));
  }
}
