package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A reader of version 2's binary frames as servers lay them out, which is not as clients do. */
final class BinaryDecoder {
  private static final int PUSH = 0;
  private static final int REPLY = 1;
  private static final int BROADCAST = 2;
  private static final int USER_BROADCAST = 4;

  private BinaryDecoder() {}

  static Envelope read(byte[] content) {
    Fields fields = new Fields(content);
    int kind = fields.octet("kind");
    return switch (kind) {
      case PUSH -> push(fields);
      case REPLY -> reply(fields);
      case BROADCAST -> broadcast(fields);
      case USER_BROADCAST -> userBroadcast(fields);
      default -> throw new Unreadable("no server sends binary frames of kind " + kind);
    };
  }

  private static Envelope push(Fields fields) {
    int joinRef = fields.octet("join_ref length");
    int topic = fields.octet("topic length");
    int event = fields.octet("event length");
    return new Envelope(
        reference(fields.text("join_ref", joinRef)),
        Json.none(),
        fields.text("topic", topic),
        fields.text("event", event),
        json(fields));
  }

  private static Envelope reply(Fields fields) {
    int joinRef = fields.octet("join_ref length");
    int ref = fields.octet("ref length");
    int topic = fields.octet("topic length");
    int status = fields.octet("status length");
    return new Envelope(
        reference(fields.text("join_ref", joinRef)),
        reference(fields.text("ref", ref)),
        fields.text("topic", topic),
        "phx_reply",
        Json.object().put("status", fields.text("status", status)).set("response", json(fields)));
  }

  private static Envelope broadcast(Fields fields) {
    int topic = fields.octet("topic length");
    int event = fields.octet("event length");
    return new Envelope(
        Json.none(),
        Json.none(),
        fields.text("topic", topic),
        fields.text("event", event),
        json(fields));
  }

  private static Envelope userBroadcast(Fields fields) {
    int topicLength = fields.octet("topic length");
    int eventLength = fields.octet("user event length");
    int metadataLength = fields.octet("metadata length");
    int encoding = fields.octet("payload encoding");
    String topic = fields.text("topic", topicLength);
    String event = fields.text("user event", eventLength);
    Optional<JsonNode> metadata = metadata(fields.text("metadata", metadataLength));
    UserBroadcast message = new UserBroadcast(event, userPayload(encoding, fields), metadata);
    return new Envelope(Json.none(), Json.none(), topic, "broadcast", message.toPayload());
  }

  private static Optional<JsonNode> metadata(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Json.read("its metadata", text));
  }

  private static JsonNode userPayload(int encoding, Fields fields) {
    return switch (encoding) {
      case 0 -> JsonNodeFactory.instance.binaryNode(fields.rest());
      case 1 -> json(fields);
      default -> throw new Unreadable("its payload encoding is " + encoding + ", neither 0 nor 1");
    };
  }

  private static JsonNode json(Fields fields) {
    return Json.read("its payload", Utf8.read("payload", fields.rest()));
  }

  private static JsonNode reference(String text) {
    return text.isEmpty() ? Json.none() : Json.text(text);
  }
}
