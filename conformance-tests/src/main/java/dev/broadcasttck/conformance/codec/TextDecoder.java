package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import tools.jackson.databind.JsonNode;

/** A reader of the JSON in a text frame: an object in version 1, an array in version 2. */
@FunctionalInterface
interface TextDecoder {
  Envelope read(JsonNode frame);

  static TextDecoder of(ProtocolVersion vsn) {
    return switch (vsn) {
      case V1 -> TextDecoder::object;
      case V2 -> TextDecoder::array;
    };
  }

  private static Envelope object(JsonNode frame) {
    if (!frame.isObject()) {
      throw new Unreadable("a version 1 frame is an object, not " + kind(frame));
    }
    return new Envelope(
        reference(frame.path("join_ref")),
        reference(frame.path("ref")),
        name("topic", frame.path("topic")),
        name("event", frame.path("event")),
        payload(frame.path("payload")));
  }

  private static Envelope array(JsonNode frame) {
    if (!frame.isArray() || frame.size() != 5) {
      throw new Unreadable(
          "a version 2 frame is an array of five, not " + kind(frame) + " of " + frame.size());
    }
    return new Envelope(
        frame.path(0),
        frame.path(1),
        name("topic", frame.path(2)),
        name("event", frame.path(3)),
        frame.path(4));
  }

  private static JsonNode reference(JsonNode node) {
    return node.isMissingNode() ? Json.none() : node;
  }

  private static String name(String field, JsonNode node) {
    return node.stringValueOpt()
        .orElseThrow(() -> new Unreadable("its " + field + " is no string, but " + kind(node)));
  }

  private static JsonNode payload(JsonNode node) {
    if (node.isMissingNode()) {
      throw new Unreadable("it has no payload");
    }
    return node;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case MISSING -> "absent";
      default -> "null";
    };
  }
}
