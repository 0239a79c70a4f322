package dev.broadcasttck.conformance.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.Envelope;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A binary push as somebody writes it who counts wrongly. */
final class Miscount {
  private static final int USER_BROADCAST_PUSH = 3;
  private static final int JSON = 1;

  private Miscount() {}

  /** Takes characters for bytes. */
  static Frame inCharacters(Envelope push) {
    return frame(push, Stream.concat(names(push), Stream.of("")));
  }

  /** Knows nothing of metadata, which is empty here. */
  static Frame withoutMetadata(Envelope push) {
    return frame(push, names(push));
  }

  private static Stream<String> names(Envelope push) {
    String event = UserBroadcast.in(push).orElseThrow().event();
    return Stream.of(reference(push.joinRef()), reference(push.ref()), push.topic(), event);
  }

  private static Frame frame(Envelope push, Stream<String> counted) {
    List<String> fields = counted.toList();
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(USER_BROADCAST_PUSH);
    fields.forEach(field -> frame.write(field.length()));
    frame.write(JSON);
    fields.forEach(field -> frame.writeBytes(field.getBytes(UTF_8)));
    frame.writeBytes(Json.write(UserBroadcast.in(push).orElseThrow().payload()).getBytes(UTF_8));
    return Encoder.raw(frame.toByteArray());
  }

  private static String reference(JsonNode ref) {
    return ref.isNull() ? "" : ref.asString();
  }
}
