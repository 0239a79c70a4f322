package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.exchange.Push.Carrier;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must come on a socket, next. */
final class Receiving {
  private static final String META = "meta";

  private Receiving() {}

  static Reaction gets(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    return new Inbox(scene, caller).take(read(scene, caller, written));
  }

  static Reaction getsAnyOrder(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    List<Expected> all = new ArrayList<>();
    written.forEach(frame -> all.add(read(scene, caller, frame)));
    return new Inbox(scene, caller).takeInSomeOrder(all);
  }

  static Reaction getsReply(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Values values = scene.values();
    Push push = scene.pushes(written.path("to").asString()).get(0);
    JsonNode any = Json.text("$any");
    return new Inbox(scene, caller)
        .take(
            Replies.to(
                push,
                caller,
                written.optional("status").map(it -> values.toExpect(it).node()).orElse(any),
                written.optional("response").map(it -> values.toExpect(it).node()).orElse(any)));
  }

  static Reaction getsBroadcast(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Inbox inbox = new Inbox(scene, caller);
    if (!written.has("message")) {
      return inbox.take(content(scene, caller, written));
    }
    Reaction reaction = Reaction.HELD;
    for (Push push : scene.pushes(written.path("message").asString())) {
      reaction = inbox.take(message(caller, push));
      if (reaction instanceof Broken) {
        return reaction;
      }
    }
    return reaction;
  }

  private static Expected read(Scene scene, Caller caller, JsonNode written) {
    return FrameWords.read(written, scene.values(), caller.spoken() == ProtocolVersion.V2);
  }

  private static Expected content(Scene scene, Caller caller, JsonNode written) {
    ObjectNode payload = Json.object().put("type", "broadcast");
    for (String key : List.of("event", "payload", META)) {
      written
          .optional(key)
          .ifPresent(part -> payload.set(key, scene.values().toExpect(part).node()));
    }
    ObjectNode pattern = live(caller, payload);
    written
        .optional("topic")
        .ifPresent(topic -> pattern.set("topic", scene.values().expectedTopic(topic)));
    return Expected.of(
        "a broadcast " + View.cut(payload.toString()), View::message, new JsonPattern(pattern));
  }

  private static Expected message(Caller caller, Push push) {
    boolean isBinary = isBinaryFor(caller, push.carrier());
    JsonNode sent = push.envelope().payload();
    ObjectNode pattern = live(caller, JsonPattern.literal(isBinary ? bare(sent) : sent).node());
    pattern.set("topic", JsonPattern.literal(Json.text(push.envelope().topic())).node());
    pattern.put("framing", isBinary ? "binary" : "text");
    return Expected.of(
        "the broadcast %s in a %s frame"
            .formatted(View.cut(sent.toString()), isBinary ? "binary" : "text"),
        Receiving::framed,
        new JsonPattern(pattern));
  }

  /** A broadcast that is sent now, not replayed: it has no references. */
  private static ObjectNode live(Caller caller, JsonNode payload) {
    ObjectNode pattern = Json.object().put("event", "broadcast").put("...", "$any");
    pattern.set("ref", Json.none());
    pattern.set("payload", payload);
    if (caller.spoken() == ProtocolVersion.V2) {
      pattern.set("join_ref", Json.none());
    }
    return pattern;
  }

  private static boolean isBinaryFor(Caller caller, Carrier carrier) {
    return caller.spoken() == ProtocolVersion.V2
        && (carrier == Carrier.KIND_3
            || carrier == Carrier.KIND_0
            || carrier == Carrier.REST_EVENT);
  }

  /** The metadata of a binary push is not passed on. */
  private static JsonNode bare(JsonNode sent) {
    ObjectNode payload = (ObjectNode) sent.deepCopy();
    payload.remove(META);
    return payload;
  }

  private static Optional<JsonNode> framed(Happening got) {
    boolean isText =
        got instanceof FrameReceived received && received.frame().kind() == Encoding.TEXT;
    return View.message(got)
        .map(view -> ((ObjectNode) view).put("framing", isText ? "text" : "binary"));
  }
}
