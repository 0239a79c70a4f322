package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A reader of the binary frames that somebody else's client sends, laid out as clients do. What
 * cannot be read is noise.
 */
public final class PushReader {
  private static final int PUSH = 0;
  private static final int USER_BROADCAST_PUSH = 3;
  private static final int BINARY_PAYLOAD = 0;

  private PushReader() {}

  public static Frame read(byte[] content) {
    return new Frame(Encoding.BINARY, HexFormat.of().formatHex(content), reading(content));
  }

  private static Reading reading(byte[] content) {
    try {
      return new Reading.Message(envelope(new Fields(content)));
    } catch (Unreadable e) {
      return new Reading.Noise(e.why());
    }
  }

  private static Envelope envelope(Fields fields) {
    int kind = fields.octet("kind");
    if (kind != PUSH && kind != USER_BROADCAST_PUSH) {
      throw new Unreadable("no client sends binary frames of kind " + kind);
    }
    int joinRef = fields.octet("join_ref length");
    int ref = fields.octet("ref length");
    int topic = fields.octet("topic length");
    int event = fields.octet("event length");
    int metadata = kind == PUSH ? 0 : fields.octet("metadata length");
    int encoding = kind == PUSH ? 1 : fields.octet("payload encoding");
    JsonNode ofJoin = reference(fields.text("join_ref", joinRef));
    JsonNode ofPush = reference(fields.text("ref", ref));
    String where = fields.text("topic", topic);
    String what = fields.text("event", event);
    if (kind == PUSH) {
      return new Envelope(ofJoin, ofPush, where, what, json(fields));
    }
    String meta = fields.text("metadata", metadata);
    UserBroadcast message =
        new UserBroadcast(
            what,
            encoding == BINARY_PAYLOAD
                ? JsonNodeFactory.instance.binaryNode(fields.rest())
                : json(fields),
            meta.isEmpty() ? Optional.empty() : Optional.of(Json.read("its metadata", meta)));
    return new Envelope(ofJoin, ofPush, where, "broadcast", message.toPayload());
  }

  private static JsonNode json(Fields fields) {
    return Json.read("its payload", Utf8.read("payload", fields.rest()));
  }

  private static JsonNode reference(String text) {
    return text.isEmpty() ? Json.none() : Json.text(text);
  }
}
