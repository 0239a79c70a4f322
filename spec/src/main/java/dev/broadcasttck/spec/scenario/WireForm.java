package dev.broadcasttck.spec.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a script writes a frame: by its bytes, by the fields of its kind, or as a message. */
public enum WireForm {
  RAW("raw"),
  PING("ping"),
  PONG("pong"),
  BINARY("binary"),
  PUSH("kind"),
  TEXT("text"),
  MESSAGE("a message");

  private static final Set<String> ENVELOPE =
      Set.of("topic", "event", "payload", "ref", "join_ref");
  private static final Set<String> OF_A_PUSH = Set.of("metadata", "encoding", "hex", "text");
  private static final String LABEL = "as";

  private final String word;

  WireForm(String word) {
    this.word = word;
  }

  /** The form of a frame as written; the first whose own word is there. */
  public static WireForm of(JsonNode frame) {
    return Arrays.stream(values())
        .filter(form -> form == MESSAGE || frame.has(form.word))
        .findFirst()
        .orElseThrow();
  }

  /** The key that tells it from the other forms. */
  public String word() {
    return word;
  }

  /** A key of the frame that this form has no use for. */
  Optional<String> stranger(JsonNode frame) {
    return frame.propertyNames().stream()
        .filter(key -> !key.equals(word) && !key.equals(LABEL) && !takes(key))
        .findFirst();
  }

  private boolean takes(String key) {
    return switch (this) {
      case MESSAGE -> ENVELOPE.contains(key);
      case PUSH -> ENVELOPE.contains(key) || OF_A_PUSH.contains(key);
      default -> false;
    };
  }
}
