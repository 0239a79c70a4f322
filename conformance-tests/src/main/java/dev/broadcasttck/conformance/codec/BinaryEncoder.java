package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.spec.protocol.Envelope;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A writer of version 2's binary frames as clients lay them out, which is not as servers do. */
final class BinaryEncoder {
  private static final int PUSH = 0;
  private static final int USER_BROADCAST_PUSH = 3;
  private static final int BINARY_PAYLOAD = 0;
  private static final int JSON_PAYLOAD = 1;
  private static final int LONGEST = 255;

  private BinaryEncoder() {}

  static byte[] push(Envelope envelope) {
    List<Field> fields =
        List.of(
            new Field("join_ref", reference(envelope.joinRef())),
            new Field("ref", reference(envelope.ref())),
            new Field("topic", envelope.topic()),
            new Field("event", envelope.event()));
    ByteArrayOutputStream frame = header(PUSH, fields);
    fields.forEach(field -> frame.writeBytes(field.bytes()));
    frame.writeBytes(Json.write(envelope.payload()).getBytes(UTF_8));
    return frame.toByteArray();
  }

  static byte[] userBroadcast(Envelope envelope) {
    UserBroadcast message =
        UserBroadcast.in(envelope)
            .orElseThrow(() -> new IllegalArgumentException("kind 3 carries broadcasts only"));
    List<Field> fields =
        List.of(
            new Field("join_ref", reference(envelope.joinRef())),
            new Field("ref", reference(envelope.ref())),
            new Field("topic", envelope.topic()),
            new Field("user event", message.event()),
            new Field("metadata", message.meta().map(Json::write).orElse("")));
    ByteArrayOutputStream frame = header(USER_BROADCAST_PUSH, fields);
    frame.write(message.payload().isBinary() ? BINARY_PAYLOAD : JSON_PAYLOAD);
    fields.forEach(field -> frame.writeBytes(field.bytes()));
    frame.writeBytes(userPayload(message.payload()));
    return frame.toByteArray();
  }

  private static ByteArrayOutputStream header(int kind, List<Field> fields) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(kind);
    fields.forEach(field -> frame.write(field.length()));
    return frame;
  }

  private static byte[] userPayload(JsonNode payload) {
    return payload.isBinary() ? payload.binaryValue() : Json.write(payload).getBytes(UTF_8);
  }

  private static String reference(JsonNode node) {
    return node.isNull() ? "" : node.asString();
  }

  /** A field whose length the header tells in one byte. */
  private record Field(String name, String text) {
    byte[] bytes() {
      return text.getBytes(UTF_8);
    }

    int length() {
      int length = bytes().length;
      if (length > LONGEST) {
        throw new IllegalArgumentException(
            "the %s has %d bytes, and a binary frame holds %d".formatted(name, length, LONGEST));
      }
      return length;
    }
  }
}
