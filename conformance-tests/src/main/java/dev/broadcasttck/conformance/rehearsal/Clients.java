package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Moot;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.spec.scenario.ClientSettings;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.ObjectNode;

/** What clients do where a server meets them that follows the script. */
final class Clients {
  private static final String SUBSCRIBED = "SUBSCRIBED";
  private static final String CLOSED = "CLOSED";

  private Clients() {}

  /** As in the behaviour corpus, with the topic of a new channel spelled out. */
  static Reaction asEver(Turn turn) throws InterruptedException {
    Step step = turn.step();
    return Vocabulary.verb(step.verb()).play(turn.stage(), role(turn), spelledOut(turn));
  }

  private static Step spelledOut(Turn turn) {
    Step step = turn.step();
    if (!turn.node().has("topic")) {
      return step;
    }
    ObjectNode arguments = (ObjectNode) turn.node().deepCopy();
    String topic = turn.rehearsal().words().userTopic(turn.node().path("topic"));
    arguments.put("topic", topic.startsWith("$") ? "$" + topic : topic);
    return new Step(
        step.actor(), step.verb(), arguments, step.label(), step.control(), step.location());
  }

  static Reaction join(Turn turn) throws InterruptedException {
    Reaction reaction = asEver(turn);
    Part part = role(turn).part(Optional.of(turn.step().label().orElse("channel")));
    Sayings.status(turn, part, SUBSCRIBED).ifPresent(turn.rehearsal()::take);
    return reaction;
  }

  static Reaction subscribe(Turn turn) throws InterruptedException {
    Part part = part(turn);
    int before = turn.stage().tape().entries().size();
    part.channel().subscribe();
    part.subscribed().set(true);
    return turn.node().path("may-throw").asBoolean(false)
        ? joinedOrThrown(turn, part, before)
        : Reaction.HELD;
  }

  /** Whether a join comes is for other steps to claim. */
  private static Reaction joinedOrThrown(Turn turn, Part part, int before)
      throws InterruptedException {
    return awaitOf(
            turn,
            part,
            before,
            (entries, entry) ->
                entry.what() instanceof UncaughtSaid || Trail.isPush(entry, part, "phx_join"))
        .filter(entry -> entry.what() instanceof UncaughtSaid)
        .<Reaction>map(entry -> new Moot("the channel is subscribed", entry.what().toString()))
        .orElse(Reaction.HELD);
  }

  /** Waits until the client says that it is out, or the server has let it go. */
  static Reaction unsubscribe(Turn turn) throws InterruptedException {
    Part part = part(turn);
    int before = turn.stage().tape().entries().size();
    part.subscribed().set(false);
    part.channel().unsubscribe();
    awaitOf(
        turn,
        part,
        before,
        (entries, entry) ->
            entry.what().equals(new StatusSaid(part.handle(), CLOSED))
                || isLeaveAnswered(entries, entry, part));
    return Reaction.HELD;
  }

  /** The first such entry of the part after so many; empty if none comes within the budget. */
  private static Optional<Entry> awaitOf(
      Turn turn, Part part, int before, BiPredicate<List<Entry>, Entry> meant)
      throws InterruptedException {
    return turn.stage()
        .tape()
        .await(
            entries ->
                entries.stream()
                    .skip(before)
                    .filter(entry -> entry.actor().equals(part.actor()))
                    .filter(entry -> meant.test(entries, entry))
                    .findFirst(),
            turn.stage().budgets().mustCome());
  }

  private static boolean isLeaveAnswered(List<Entry> entries, Entry entry, Part part) {
    return Trail.isPush(entry, part, "phx_leave") && Trail.reply(entries, entry).isPresent();
  }

  static Reaction opens(Turn turn) {
    role(turn).client().open();
    return Reaction.HELD;
  }

  static Reaction setsToken(Turn turn) {
    String whose = turn.text("token");
    role(turn)
        .client()
        .setToken(
            whose.equals("none")
                ? Optional.empty()
                : Optional.of(turn.rehearsal().passes().token(whose)));
    return Reaction.HELD;
  }

  static Reaction callbackYields(Turn turn) {
    role(turn).client().callbackToken(turn.rehearsal().passes().token(turn.text("token")));
    return Reaction.HELD;
  }

  static Reaction callbackBecomes(Turn turn) {
    Secret token = turn.rehearsal().passes().token(turn.text("callback"));
    role(turn)
        .client()
        .tokenFunction(new TokenSource.Called(token, ClientSettings.delay(turn.text("delay"))));
    return Reaction.HELD;
  }

  static Reaction callbackFails(Turn turn) {
    role(turn).client().tokenFunctionFails();
    return Reaction.HELD;
  }

  private static Role role(Turn turn) {
    return turn.stage().role(turn.step().actor());
  }

  static Part part(Turn turn) {
    return role(turn).part(turn.optional("on"));
  }
}
