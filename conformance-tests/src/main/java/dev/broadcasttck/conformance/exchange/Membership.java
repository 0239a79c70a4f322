package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How topics are joined and left. */
final class Membership {
  private static final List<String> OF_BROADCAST = List.of("self", "ack");

  private Membership() {}

  static Reaction joins(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Values values = scene.values();
    ObjectNode payload = Json.object();
    payload.set(
        "config", written.optional("config").map(values::toSend).orElseGet(() -> config(written)));
    written
        .optional("access_token")
        .ifPresent(token -> payload.set("access_token", values.toSend(token)));
    Envelope join =
        new Envelope(
            written.optional("join_ref").map(values::toSend).orElseGet(caller::newReference),
            written.optional("ref").map(values::toSend).orElseGet(caller::newReference),
            values.topic(written.path("topic")).asString(),
            "phx_join",
            payload);
    Push push = push(scene, caller, step, join);
    return new Inbox(scene, caller)
        .take(Replies.to(push, caller, Json.text("ok"), Json.text("$any")));
  }

  static Reaction leaves(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Values values = scene.values();
    String topic = values.topic(written.path("topic")).asString();
    JsonNode joinRef = caller.room(topic).map(Room::inReplies).orElse(Json.none());
    push(
        scene,
        caller,
        step,
        new Envelope(
            written.optional("join_ref").map(values::toSend).orElse(joinRef),
            written.optional("ref").map(values::toSend).orElseGet(caller::newReference),
            topic,
            "phx_leave",
            Json.object()));
    return Reaction.HELD;
  }

  private static Push push(Scene scene, Caller caller, Step step, Envelope envelope)
      throws InterruptedException {
    Outbox outbox = new Outbox(scene, caller);
    Push push = outbox.write(envelope, Encoding.TEXT);
    outbox.flush();
    step.label().ifPresent(label -> scene.remember(label, List.of(push)));
    return push;
  }

  private static ObjectNode config(JsonNode written) {
    ObjectNode config = Json.object();
    ObjectNode broadcast = config.putObject("broadcast");
    OF_BROADCAST.forEach(key -> broadcast.put(key, written.path(key).asBoolean(false)));
    config.putObject("presence").put("key", "");
    config.putArray("postgres_changes");
    return config.put("private", written.path("private").asBoolean(false));
  }
}
