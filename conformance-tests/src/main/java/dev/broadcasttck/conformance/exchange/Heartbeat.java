package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.scenario.Step;
import tools.jackson.databind.JsonNode;

/** The proof that a socket works: a heartbeat, and its reply as the next frame. */
final class Heartbeat {
  private Heartbeat() {}

  static Reaction heartbeats(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    JsonNode ref =
        written.optional("ref").map(scene.values()::toSend).orElseGet(caller::newReference);
    Push push = send(scene, caller, ref);
    return new Inbox(scene, caller).take(Replies.to(push, caller, Json.text("ok"), Json.object()));
  }

  static Push send(Scene scene, Caller caller, JsonNode ref) throws InterruptedException {
    Outbox outbox = new Outbox(scene, caller);
    Envelope heartbeat = new Envelope(Json.none(), ref, "phoenix", "heartbeat", Json.object());
    Push push = outbox.write(heartbeat, Encoding.TEXT);
    outbox.flush();
    return push;
  }
}
