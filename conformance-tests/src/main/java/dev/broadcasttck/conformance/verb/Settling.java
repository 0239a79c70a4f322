package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When and how a send ends, seen on the tape: the reply on the wire beside what the client says.
 */
final class Settling {
  private static final String OK = "ok";

  private Settling() {}

  static Reaction resolves(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = sent(stage, step);
    String wanted = Arguments.of(step, "send").optionalText("result").orElse(OK);
    return settledAs(settlement(stage, sent), wanted, stage);
  }

  static Reaction resolvesAfterReply(Stage stage, Role role, Step step)
      throws InterruptedException {
    Sent sent = sent(stage, step);
    Trail trail = new Trail(sent);
    Optional<Entry> reply = stage.tape().await(trail::reply, stage.budgets().mustCome());
    if (reply.isEmpty()) {
      return new Broken("the server replies to the broadcast", noReply(stage, trail));
    }
    if (!Trail.status(reply.get()).equals(OK)) {
      return new Broken(
          "the server's reply has status ok", "its status is " + Trail.status(reply.get()));
    }
    Optional<Entry> settlement = settlement(stage, sent);
    Reaction settled = settledAs(settlement, OK, stage);
    boolean early = settlement.filter(s -> s.number() < reply.get().number()).isPresent();
    return early
        ? new Broken("the send resolves after the server's reply", "it resolved before it")
        : settled;
  }

  static Reaction resolvesAtOnce(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = sent(stage, step);
    Optional<Entry> settlement = settlement(stage, sent);
    Optional<Entry> reply = new Trail(sent).reply(stage.tape().entries());
    boolean waited =
        settlement.isPresent()
            && reply.filter(r -> r.number() < settlement.get().number()).isPresent();
    return waited
        ? new Broken("the send resolves without waiting for a reply", "a reply came before")
        : settledAs(settlement, OK, stage);
  }

  static Reaction staysOffTheSocket(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = sent(stage, step);
    Trail trail = new Trail(sent);
    return new Abstention(
            stage,
            step,
            1,
            calledAt(stage, sent),
            trail::push,
            "the broadcast does not go over the socket",
            frame -> "a frame with it was sent",
            new Route(Barrier.OWN_ACT, () -> came(stage, trail::answer, "a request in its place")))
        .prove();
  }

  /**
   * Leaves the channel: the reply to that comes from where a reply to the broadcast would. Leaving
   * can be done once, so what is to be repeated is sent before it.
   */
  static Reaction noReply(Stage stage, Role role, Step step) throws InterruptedException {
    Sent sent = sent(stage, step);
    Trail trail = new Trail(sent);
    if (trail.push(stage.tape().entries()).isEmpty()) {
      return new Unproven("the broadcast goes over the socket", "no such frame was sent");
    }
    List<Sent> all = new ArrayList<>(List.of(sent));
    while (all.size() < stage.rigour().repetitions()) {
      all.add(stage.sendAgain(sent));
    }
    return new Abstention(
            stage,
            step,
            all.size(),
            calledAt(stage, all.get(all.size() - 1)),
            entries ->
                all.stream().flatMap(one -> new Trail(one).reply(entries).stream()).findFirst(),
            "no reply to the broadcast",
            reply -> "a reply came, status " + Trail.status(reply),
            new Route(Barrier.LEAVE_REPLY, () -> left(stage, sent)))
        .prove();
  }

  private static Reaction left(Stage stage, Sent sent) throws InterruptedException {
    sent.part().subscribed().set(false);
    stage.settle(sent.part());
    sent.part().channel().unsubscribe();
    return came(
        stage, entries -> Trail.leaveReply(entries, sent), "a reply to leaving, as a barrier");
  }

  private static Reaction came(
      Stage stage, Function<List<Entry>, Optional<Entry>> what, String inWords)
      throws InterruptedException {
    return stage.tape().await(what, stage.budgets().mustCome()).isPresent()
        ? Reaction.HELD
        : new Unproven(inWords, "none came");
  }

  private static Duration calledAt(Stage stage, Sent sent) {
    return stage.tape().entries().get(sent.calledAt()).at();
  }

  private static Sent sent(Stage stage, Step step) {
    return stage.sent(Arguments.of(step, "send").text("send"));
  }

  /** The driver gives up by itself after one budget; this leaves it the time to say so. */
  private static Optional<Entry> settlement(Stage stage, Sent sent) throws InterruptedException {
    return stage
        .tape()
        .await(new Trail(sent)::settlement, stage.budgets().mustCome().multipliedBy(2));
  }

  private static Reaction settledAs(Optional<Entry> settlement, String wanted, Stage stage) {
    String expected = "the send resolves with '%s'".formatted(wanted);
    if (settlement.isEmpty()) {
      return new Broken(
          expected,
          "it had not after " + stage.budgets().mustCome().multipliedBy(2).toMillis() + " ms");
    }
    String result = ((SendSettled) settlement.get().what()).result();
    return result.equals(wanted)
        ? new Held("the send resolved with '%s'".formatted(result))
        : new Broken(expected, "it resolved with '%s'".formatted(result));
  }

  private static String noReply(Stage stage, Trail trail) {
    return trail.push(stage.tape().entries()).isPresent()
        ? "no reply came within " + stage.budgets().mustCome().toMillis() + " ms"
        : "the broadcast never went over the socket";
  }
}
