package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.barrier.Claim;
import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * That something does not come on a socket.
 *
 * @param since when it was asked for, on the tape's clock
 * @param routes to the barriers that it would have preceded
 * @param trace finds it
 * @param expected in words
 */
record Absence(
    Step step,
    Duration since,
    List<Route> routes,
    Function<List<Entry>, Optional<Entry>> trace,
    String expected)
    implements Claim {

  static Reaction getsNothingOf(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    for (Push forbidden : scene.pushes(written.path("message").asString())) {
      String expected =
          "no frame with %s reaches %s"
              .formatted(View.cut(forbidden.envelope().payload().toString()), caller.name());
      Reaction shown =
          new Absence(
                  step,
                  sentAt(scene, forbidden),
                  new Sentinel(scene, caller, forbidden).routes(),
                  entries -> delivery(entries, caller, forbidden),
                  expected)
              .prove(scene);
      if (shown != Reaction.HELD) {
        return shown;
      }
    }
    return Reaction.HELD;
  }

  static Reaction noReplyTo(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Push push = scene.pushes(written.path("to").asString()).get(0);
    return new Absence(
            step,
            sentAt(scene, push),
            List.of(new Route(Barrier.LEAVE_REPLY, () -> left(scene, caller, push))),
            entries -> Replies.find(entries, push),
            "no reply to the " + push.envelope().event())
        .prove(scene);
  }

  /** Shows that there is no trace of it, now and when everything is over. */
  private Reaction prove(Scene scene) throws InterruptedException {
    scene.atTheEnd(
        () -> leak(scene.tape().entries()).<Reaction>map(this::broken).orElse(Reaction.HELD));
    return scene.proof().of(this);
  }

  @Override
  public Location where() {
    return step.location();
  }

  @Override
  public Optional<Entry> leak(List<Entry> entries) {
    return trace.apply(entries);
  }

  @Override
  public Broken broken(Entry leak) {
    return new Broken(expected, "one came: " + View.inWords(leak.what()));
  }

  /** A socket's script is exact: what it did not write is not sent. */
  @Override
  public int repeat(int times) {
    return 0;
  }

  @Override
  public Duration lastSent() {
    return since;
  }

  @Override
  public Optional<String> because() {
    return step.arguments().path("because").asStringOpt();
  }

  private static Duration sentAt(Scene scene, Push push) {
    return scene.tape().entries().get(push.sentAt()).at();
  }

  private static Reaction left(Scene scene, Caller caller, Push push) throws InterruptedException {
    Push leave = leave(scene, caller, push);
    Optional<Entry> crossed =
        scene.tape().await(entries -> Replies.find(entries, leave), scene.budgets().mustCome());
    if (crossed.isEmpty()) {
      return new Unproven("the reply to leaving, as a barrier", "none came");
    }
    scene.account().explain(crossed.get());
    explainClose(scene, push);
    return Reaction.HELD;
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

  private static Optional<Entry> delivery(List<Entry> entries, Caller caller, Push forbidden) {
    return entries.stream()
        .filter(entry -> entry.number() >= forbidden.sentAt())
        .filter(entry -> entry.actor().equals(caller.name()))
        .filter(entry -> View.envelope(entry.what()).filter(forbidden::isCarriedBy).isPresent())
        .findFirst();
  }

  private static boolean isOn(Entry entry, String socket) {
    return entry.what() instanceof FrameReceived got && got.socket().equals(socket);
  }
}
