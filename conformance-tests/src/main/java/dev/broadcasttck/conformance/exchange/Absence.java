package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What must not come on a socket, seen when a barrier has come that it would have preceded. */
final class Absence {
  private Absence() {}

  static Reaction getsNothingOf(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Reaction crossed = Reaction.HELD;
    for (Push forbidden : scene.pushes(written.path("message").asString())) {
      scene.atTheEnd(() -> leak(scene, caller, forbidden));
      crossed = new Sentinel(scene, caller, forbidden).cross();
      Reaction leak = leak(scene, caller, forbidden);
      if (leak instanceof Broken) {
        return leak;
      }
    }
    return crossed;
  }

  static Reaction noReplyTo(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Push push = scene.pushes(written.path("to").asString()).get(0);
    scene.atTheEnd(() -> noReply(scene, push));
    Push barrier =
        written.path("until").asString("leave").equals("leave")
            ? leave(scene, caller, push)
            : Heartbeat.send(scene, caller, caller.newReference());
    Optional<Entry> crossed =
        scene.tape().await(entries -> Replies.find(entries, barrier), scene.budgets().mustCome());
    crossed.ifPresent(scene.account()::explain);
    Reaction reply = noReply(scene, push);
    if (reply instanceof Broken) {
      return reply;
    }
    if (crossed.isPresent() && barrier.envelope().event().equals("phx_leave")) {
      explainClose(scene, push);
    }
    String name = "the reply to a later " + barrier.envelope().event();
    return crossed.isPresent()
        ? new Held("barrier: " + name)
        : new Unproven(name + ", as a barrier", "none came");
  }

  private static Push leave(Scene scene, Caller caller, Push push) throws InterruptedException {
    String topic = push.envelope().topic();
    JsonNode joinRef = caller.room(topic).map(Room::inReplies).orElse(push.envelope().joinRef());
    Outbox outbox = new Outbox(scene, caller);
    Envelope leave =
        new Envelope(joinRef, caller.newReference(), topic, "phx_leave", Json.object());
    Push sent = outbox.write(leave, Encoding.TEXT);
    outbox.flush();
    return sent;
  }

  /** Leaving is the barrier's doing, so its close needs no step. */
  private static void explainClose(Scene scene, Push push) throws InterruptedException {
    scene
        .tape()
        .await(entries -> close(scene, entries, push), scene.budgets().mustCome())
        .ifPresent(scene.account()::explain);
  }

  private static Optional<Entry> close(Scene scene, List<Entry> entries, Push push) {
    return entries.stream()
        .filter(scene.account()::isOpen)
        .filter(entry -> isOn(entry, push.socket()))
        .filter(
            entry ->
                View.envelope(entry.what())
                    .filter(it -> it.event().equals("phx_close"))
                    .filter(it -> it.topic().equals(push.envelope().topic()))
                    .isPresent())
        .findFirst();
  }

  private static Reaction noReply(Scene scene, Push push) {
    return Replies.find(scene.tape().entries(), push)
        .<Reaction>map(
            reply ->
                new Broken(
                    "no reply to the " + push.envelope().event(),
                    "one came: " + View.inWords(reply.what())))
        .orElse(Reaction.HELD);
  }

  private static Reaction leak(Scene scene, Caller caller, Push forbidden) {
    return scene.tape().entries().stream()
        .filter(entry -> entry.number() >= forbidden.sentAt())
        .filter(entry -> entry.actor().equals(caller.name()))
        .filter(entry -> View.envelope(entry.what()).filter(forbidden::isCarriedBy).isPresent())
        .findFirst()
        .<Reaction>map(
            leak ->
                new Broken(
                    "no frame with %s reaches %s"
                        .formatted(
                            View.cut(forbidden.envelope().payload().toString()), caller.name()),
                    "one came: " + View.inWords(leak.what())))
        .orElse(Reaction.HELD);
  }

  private static boolean isOn(Entry entry, String socket) {
    return entry.what() instanceof FrameReceived got && got.socket().equals(socket);
  }
}
