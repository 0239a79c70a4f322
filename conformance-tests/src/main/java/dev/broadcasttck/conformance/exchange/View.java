package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Anatomy;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.ControlReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came from the server, as JSON that a pattern can be held against. */
final class View {
  private static final int LONGEST = 600;
  private static final List<String> PARTS = List.of("join_ref", "ref", "topic", "event", "payload");

  private View() {}

  /** {@code {topic, event, payload, ref, join_ref}}, also where the topic or event is no string. */
  static Optional<JsonNode> message(Happening got) {
    return envelope(got).map(View::message).or(() -> odd(got));
  }

  private static Optional<JsonNode> odd(Happening got) {
    if (!(got instanceof FrameReceived received) || received.frame().kind() != Encoding.TEXT) {
      return Optional.empty();
    }
    return Json.parse(received.frame().content())
        .filter(json -> json.isObject() || json.size() == PARTS.size())
        .map(json -> json.isObject() ? json : named(json));
  }

  private static JsonNode named(JsonNode array) {
    ObjectNode view = Json.object();
    for (int i = 0; i < PARTS.size(); i++) {
      view.set(PARTS.get(i), array.get(i));
    }
    return view;
  }

  static JsonNode message(Envelope envelope) {
    ObjectNode view = Json.object().put("topic", envelope.topic()).put("event", envelope.event());
    view.set("payload", envelope.payload());
    view.set("ref", envelope.ref());
    return view.set("join_ref", envelope.joinRef());
  }

  static Optional<Envelope> envelope(Happening got) {
    return got instanceof FrameReceived received ? envelope(received.frame()) : Optional.empty();
  }

  static Optional<Envelope> envelope(Frame frame) {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  /** {@code {text}}, {@code {binary}} or {@code {pong}}: what it is, verbatim. */
  static Optional<JsonNode> verbatim(Happening got) {
    if (got instanceof FrameReceived received) {
      String key = received.frame().kind() == Encoding.TEXT ? "text" : "binary";
      return Optional.of(Json.object().put(key, received.frame().content()));
    }
    return got instanceof ControlReceived control
        ? Optional.of(Json.object().put(control.kind(), control.content()))
        : Optional.empty();
  }

  /** The fields of a binary frame, its payload as {@code hex}, {@code text} and {@code payload}. */
  static Optional<JsonNode> anatomy(Happening got) {
    if (!(got instanceof FrameReceived received) || received.frame().kind() == Encoding.TEXT) {
      return Optional.empty();
    }
    ObjectNode parts = Anatomy.of(HexFormat.of().parseHex(received.frame().content()));
    byte[] content = HexFormat.of().parseHex(parts.path("hex").asString());
    String text = new String(content, StandardCharsets.UTF_8);
    parts.put("text", text);
    Json.parse(text).ifPresent(payload -> parts.set("payload", payload));
    return Optional.of(parts);
  }

  /** The fields of a binary frame, its metadata not as text but as what it says. */
  static JsonNode metadataRead(JsonNode parts) {
    ObjectNode copy = (ObjectNode) parts.deepCopy();
    Json.parse(parts.path("metadata").asString("")).ifPresent(it -> copy.set("metadata", it));
    return copy;
  }

  /** What came, for a person. */
  static String inWords(Happening got) {
    if (got instanceof FrameReceived received) {
      Frame frame = received.frame();
      String words = (frame.kind() == Encoding.TEXT ? "" : "binary ") + cut(frame.content());
      return frame.reading() instanceof Reading.Message message && frame.kind() == Encoding.BINARY
          ? words + " = " + cut(message(message.envelope()).toString())
          : words;
    }
    return got.toString();
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
