package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Frames that go out as the script has them, and broadcasts in the caller's own framing. */
final class Sending {
  private Sending() {}

  static Reaction sends(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Outbox outbox = new Outbox(scene, caller);
    Optional<Push> push = outbox.write(written);
    outbox.flush();
    remember(scene, step.label(), push);
    return Reaction.HELD;
  }

  static Reaction sendsAll(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Outbox outbox = new Outbox(scene, caller);
    for (JsonNode frame : written) {
      Optional<Push> push = outbox.write(frame);
      remember(scene, frame.optional("as").map(JsonNode::asString), push);
    }
    outbox.flush();
    return Reaction.HELD;
  }

  static Reaction broadcasts(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Outbox outbox = new Outbox(scene, caller);
    List<Push> sent = new ArrayList<>();
    for (int i = 1; i <= written.path("times").asInt(1); i++) {
      scene.values().count(i);
      sent.add(outbox.write(broadcast(scene, caller, written), caller.encoding()));
    }
    outbox.flush();
    step.label().ifPresent(label -> scene.remember(label, sent));
    return Reaction.HELD;
  }

  private static void remember(Scene scene, Optional<String> label, Optional<Push> push) {
    if (label.isPresent() && push.isPresent()) {
      scene.remember(label.get(), List.of(push.get()));
    }
  }

  private static Envelope broadcast(Scene scene, Caller caller, JsonNode written) {
    Values values = scene.values();
    String topic =
        written.has("topic") ? values.topic(written.path("topic")).asString() : onlyTopic(caller);
    JsonNode ownJoin = caller.room(topic).map(Room::inReplies).orElse(Json.none());
    UserBroadcast message =
        new UserBroadcast(
            values.text(written.path("event")),
            values.toSend(written.path("payload")),
            written.optional("id").map(id -> meta(values.toSend(id))));
    return new Envelope(
        written.optional("join_ref").map(values::toSend).orElse(ownJoin),
        written.optional("ref").map(values::toSend).orElseGet(caller::newReference),
        topic,
        "broadcast",
        message.toPayload());
  }

  private static String onlyTopic(Caller caller) {
    List<String> topics = caller.rooms().stream().map(Room::topic).distinct().toList();
    if (topics.size() != 1) {
      throw new ScriptError(
          "%s joined %d topics: say which".formatted(caller.name(), topics.size()));
    }
    return topics.get(0);
  }

  private static JsonNode meta(JsonNode id) {
    ObjectNode meta = Json.object();
    return meta.set("id", id);
  }
}
