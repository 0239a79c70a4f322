package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.spec.protocol.Envelope;
import tools.jackson.databind.JsonNode;

/** A writer of messages as version 2's binary frames. */
final class BinaryEncoder {
  private static final int BINARY_PAYLOAD = 0;
  private static final int JSON_PAYLOAD = 1;

  private BinaryEncoder() {}

  static byte[] push(Envelope envelope) {
    return named(envelope, envelope.event())
        .ofKind(BinaryPush.PLAIN, Json.write(envelope.payload()).getBytes(UTF_8));
  }

  static byte[] userBroadcast(Envelope envelope) {
    UserBroadcast message =
        UserBroadcast.in(envelope)
            .orElseThrow(() -> new IllegalArgumentException("kind 3 carries broadcasts only"));
    return named(envelope, message.event())
        .ofUser(
            message.meta().map(Json::write).orElse(""),
            message.payload().isBinary() ? BINARY_PAYLOAD : JSON_PAYLOAD,
            userPayload(message.payload()));
  }

  private static BinaryPush named(Envelope envelope, String event) {
    return new BinaryPush(
        reference(envelope.joinRef()), reference(envelope.ref()), envelope.topic(), event);
  }

  private static byte[] userPayload(JsonNode payload) {
    return payload.isBinary() ? payload.binaryValue() : Json.write(payload).getBytes(UTF_8);
  }

  private static String reference(JsonNode node) {
    return node.isNull() ? "" : node.asString();
  }
}
