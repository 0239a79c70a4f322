package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Moot;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.spec.scenario.ClientSettings;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients do and say where a server meets them that follows the script. */
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
    statuses(turn, part, SUBSCRIBED).ifPresent(turn.rehearsal()::take);
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

  static Reaction reports(Turn turn) throws InterruptedException {
    Part part = part(turn);
    String status = turn.text("status");
    Duration budget = longest(turn);
    Optional<Entry> said =
        turn.stage().tape().await(entries -> status(turn, entries, part, status), budget);
    said.ifPresent(turn.rehearsal()::take);
    return Reaction.heldIf(
        said.map(entry -> "%s reported %s".formatted(part.actor(), status)),
        "%s's channel '%s' reports %s".formatted(part.actor(), part.handle(), status),
        () -> "it did not within %d ms; %s".formatted(budget.toMillis(), lastWords(turn, part)));
  }

  /** A status may have to wait for any of the client's timers. */
  private static Duration longest(Turn turn) {
    Optional<String> actor = Optional.of(turn.step().actor());
    Duration timeout = turn.rehearsal().longest("timeout", actor);
    Duration reconnect = turn.rehearsal().longest("reconnect", actor);
    Duration own = timeout.compareTo(reconnect) > 0 ? timeout : reconnect;
    return own.multipliedBy(2).plus(turn.stage().budgets().mustCome());
  }

  private static String lastWords(Turn turn, Part part) {
    List<String> words =
        turn.stage().tape().entries().stream()
            .filter(entry -> entry.actor().equals(part.actor()))
            .filter(
                entry ->
                    entry.what() instanceof StatusSaid said && said.channel().equals(part.handle()))
            .map(entry -> ((StatusSaid) entry.what()).status())
            .toList();
    return words.isEmpty() ? "it reported nothing" : "it reported " + String.join(", ", words);
  }

  static Reaction neverReports(Turn turn) {
    Part part = part(turn);
    String status = turn.text("status");
    turn.stage().atTheEnd(() -> unsaid(turn, part, status));
    return unsaid(turn, part, status);
  }

  private static Reaction unsaid(Turn turn, Part part, String status) {
    return statuses(turn, part, status)
        .<Reaction>map(
            entry ->
                new Broken(
                    "%s's channel '%s' does not report %s"
                        .formatted(part.actor(), part.handle(), status),
                    "it did, in line %d of the tape".formatted(entry.number())))
        .orElse(Reaction.HELD);
  }

  private static Optional<Entry> statuses(Turn turn, Part part, String status) {
    return status(turn, turn.stage().tape().entries(), part, status);
  }

  private static Optional<Entry> status(Turn turn, List<Entry> entries, Part part, String status) {
    StatusSaid wanted = new StatusSaid(part.handle(), status);
    return entries.stream()
        .filter(entry -> entry.actor().equals(part.actor()) && entry.what().equals(wanted))
        .filter(entry -> !turn.rehearsal().isTaken(entry))
        .findFirst();
  }

  static Reaction settles(Turn turn) throws InterruptedException {
    return turn.rehearsal().shows(turn.stage().sent(turn.text("send")))
        ? settled(turn, List.of())
        : new Held("nobody can observe how this client's sends end");
  }

  static Reaction resolves(Turn turn) throws InterruptedException {
    JsonNode result = turn.node().path("result");
    List<String> wanted =
        result.isArray()
            ? result.valueStream().map(JsonNode::asString).toList()
            : List.of(result.asString("ok"));
    return settled(turn, wanted);
  }

  /** Without wanted words, any will do. */
  private static Reaction settled(Turn turn, List<String> wanted) throws InterruptedException {
    Sent sent = turn.stage().sent(turn.text("send"));
    Duration budget = turn.rehearsal().budget(Optional.of("timeout"), Optional.of(sent.actor()));
    Optional<Entry> end = turn.stage().tape().await(new Trail(sent)::settlement, budget);
    String expected =
        wanted.isEmpty()
            ? "the send ends"
            : "the send ends with '%s'".formatted(String.join("' or '", wanted));
    if (end.isEmpty()) {
      return new Broken(expected, "it had not after " + budget.toMillis() + " ms");
    }
    String actual = ((SendSettled) end.get().what()).result();
    return wanted.isEmpty() || wanted.contains(actual)
        ? new Held("the send ended with '%s'".formatted(actual))
        : new Broken(expected, "it ended with '%s'".formatted(actual));
  }

  static Reaction throwsNothing(Turn turn) {
    return uncaught(turn.stage().tape().entries());
  }

  static Reaction uncaught(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.what() instanceof UncaughtSaid)
        .findFirst()
        .<Reaction>map(entry -> new Broken("no error escapes", entry.what().toString()))
        .orElse(Reaction.HELD);
  }

  private static Role role(Turn turn) {
    return turn.stage().role(turn.step().actor());
  }

  private static Part part(Turn turn) {
    return role(turn).part(turn.optional("on"));
  }
}
