package dev.broadcasttck.conformance.codec;

import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** A binary frame of a server taken apart, field by field. */
public final class Anatomy {
  private static final int BROADCAST = 2;
  private static final int USER_BROADCAST = 4;

  private Anatomy() {}

  /**
   * The fields of a frame: {@code kind} and {@code hex} always, {@code topic}, {@code event},
   * {@code metadata} and {@code encoding} where its kind has them and it can be read so far.
   */
  public static ObjectNode of(byte[] content) {
    ObjectNode parts = Json.object();
    Fields fields = new Fields(content);
    try {
      int kind = fields.octet("kind");
      parts.put("kind", kind);
      if (kind == BROADCAST || kind == USER_BROADCAST) {
        broadcast(parts, fields, kind == USER_BROADCAST);
      }
    } catch (Unreadable e) {
      parts.put("unreadable", e.why());
    }
    return parts.put("hex", HexFormat.of().formatHex(fields.rest()));
  }

  private static void broadcast(ObjectNode parts, Fields fields, boolean isOfUser) {
    int topic = fields.octet("topic length");
    int event = fields.octet("event length");
    int metadata = isOfUser ? fields.octet("metadata length") : 0;
    if (isOfUser) {
      parts.put("encoding", fields.octet("payload encoding"));
    }
    parts.put("topic", fields.text("topic", topic));
    parts.put("event", fields.text("event", event));
    if (isOfUser) {
      parts.put("metadata", fields.text("metadata", metadata));
    }
  }
}
