package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.schema.SchemaCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Frames and their payloads have the shapes that {@code frames.schema.json} gives them. */
record Shapes(ProtocolVersion vsn) implements Law {
  private static final SchemaCheck FRAMES = SchemaCheck.named("frames.schema.json");
  private static final Set<String> NAMED_BESIDE = Set.of("type", "event", "meta");

  /** A shape, and whose breach it is not to have it. */
  private record Shape(SchemaCheck schema, String rule) {
    static Shape of(String definition, String rule) {
      return new Shape(FRAMES.definition(definition), rule);
    }
  }

  private static final Map<String, Shape> PUSHED =
      Map.of(
          "phx_join", Shape.of("join", "CJOIN-20"),
          "broadcast", Shape.of("broadcast", "CFRAME-1"),
          "access_token", Shape.of("accessToken", "CTOKEN-5"),
          "heartbeat", Shape.of("heartbeat", "CBEAT-1"));
  private static final Map<String, Shape> TOLD =
      Map.of(
          "presence_state", Shape.of("presences", "PRESENCE-7"),
          "presence_diff", Shape.of("presenceDiff", "PRESENCE-4"),
          "postgres_changes", Shape.of("change", "CHANGES-7"));
  private static final Shape PUSH = Shape.of("clientV1", "CCONNECT-3");
  private static final Shape TELLING = Shape.of("serverV1", "FRAME-3");

  @Override
  public List<Violation> read(Line line) {
    return line.envelope().stream()
        .flatMap(message -> Stream.concat(frame(line), payload(line, message)))
        .toList();
  }

  /** A message that could be read has the shape of version 2, but may lack a key of version 1. */
  private Stream<Violation> frame(Line line) {
    return vsn == ProtocolVersion.V2
        ? Stream.empty()
        : Json.parse(line.frame().content()).stream()
            .flatMap(
                json ->
                    breach(line, json, line.sent() ? PUSH : TELLING, "a frame of version " + vsn));
  }

  private static Stream<Violation> payload(Line line, Envelope message) {
    Shape shape = (line.sent() ? PUSHED : TOLD).get(message.event());
    if (shape == null) {
      return Stream.empty();
    }
    String expected = "the payload of " + message.event();
    if (line.sent() && message.event().equals("broadcast") && isFlat(message.payload())) {
      return Stream.of(line.breaks(shape.rule(), expected, "the content is not under `payload`"));
    }
    return breach(line, message.payload(), shape, expected);
  }

  /** A user who has nothing to say leaves the content out. */
  private static boolean isFlat(JsonNode payload) {
    return payload.isObject()
        && !payload.has("payload")
        && !NAMED_BESIDE.containsAll(payload.propertyNames());
  }

  private static Stream<Violation> breach(Line line, JsonNode json, Shape shape, String expected) {
    List<String> complaints = shape.schema().complaints(json);
    return complaints.isEmpty()
        ? Stream.empty()
        : Stream.of(line.breaks(shape.rule(), expected, String.join("; ", complaints)));
  }
}
