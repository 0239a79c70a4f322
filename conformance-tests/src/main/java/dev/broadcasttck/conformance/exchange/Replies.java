package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replies, and which push they belong to. */
final class Replies {
  private static final String REPLY = "phx_reply";
  private static final String UNMATCHED = "unmatched topic";
  private static final String SOCKETS_OWN_TOPIC = "phoenix";

  private Replies() {}

  /** The reply to a push, with the references that belong to it. */
  static Expected to(Push push, Caller caller, JsonNode status, JsonNode response) {
    return new Expected(
        "the reply to its %s, status %s, response %s"
            .formatted(push.envelope().event(), status, View.cut(response.toString())),
        View::message,
        got -> pattern(push, caller, status, response, got));
  }

  /** The reply on the tape. */
  static Optional<Entry> find(List<Entry> entries, Push push) {
    return entries.stream()
        .filter(entry -> entry.number() >= push.sentAt())
        .filter(
            entry ->
                entry.what() instanceof FrameReceived got && got.socket().equals(push.socket()))
        .filter(entry -> View.envelope(entry.what()).filter(it -> isTo(push, it)).isPresent())
        .findFirst();
  }

  private static boolean isTo(Push push, Envelope message) {
    return message.event().equals(REPLY)
        && message.topic().equals(push.envelope().topic())
        && message.ref().equals(push.envelope().ref());
  }

  private static JsonPattern pattern(
      Push push, Caller caller, JsonNode status, JsonNode response, Happening got) {
    ObjectNode pattern = Json.object().put("event", REPLY).put("...", "$any");
    pattern.set("topic", literal(Json.text(push.envelope().topic())));
    pattern.set("ref", literal(push.envelope().ref()));
    if (caller.spoken() == ProtocolVersion.V2) {
      pattern.set("join_ref", literal(joinRef(push, isUnmatched(got))));
    }
    ObjectNode payload = pattern.putObject("payload");
    payload.set("status", status);
    payload.set("response", response);
    return new JsonPattern(pattern);
  }

  /** The channel's own, whatever the push had; none where no channel answers. */
  private static JsonNode joinRef(Push push, boolean isUnmatched) {
    Envelope envelope = push.envelope();
    if (isUnmatched || envelope.topic().equals(SOCKETS_OWN_TOPIC)) {
      return Json.none();
    }
    if (envelope.event().equals("phx_join")) {
      return envelope.joinRef();
    }
    return push.rooms().stream()
        .filter(room -> room.topic().equals(envelope.topic()))
        .reduce((earlier, later) -> later)
        .map(Room::inReplies)
        .orElse(envelope.joinRef());
  }

  private static boolean isUnmatched(Happening got) {
    return View.envelope(got)
        .map(it -> it.payload().path("response").path("reason"))
        .filter(reason -> reason.asString("").equals(UNMATCHED))
        .isPresent();
  }

  private static JsonNode literal(JsonNode value) {
    return JsonPattern.literal(value).node();
  }
}
