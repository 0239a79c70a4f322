package dev.broadcasttck.conformance.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.Envelope;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A binary push as somebody writes it who takes characters for bytes. */
final class Miscount {
  private static final int USER_BROADCAST_PUSH = 3;
  private static final int JSON = 1;

  private Miscount() {}

  static Frame inCharacters(Envelope push) {
    UserBroadcast message = UserBroadcast.in(push).orElseThrow();
    List<String> fields =
        List.of(
            reference(push.joinRef()), reference(push.ref()), push.topic(), message.event(), "");
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(USER_BROADCAST_PUSH);
    fields.forEach(field -> frame.write(field.length()));
    frame.write(JSON);
    fields.forEach(field -> frame.writeBytes(field.getBytes(UTF_8)));
    frame.writeBytes(Json.write(message.payload()).getBytes(UTF_8));
    return Encoder.raw(frame.toByteArray());
  }

  private static String reference(JsonNode ref) {
    return ref.isNull() ? "" : ref.asString();
  }
}
