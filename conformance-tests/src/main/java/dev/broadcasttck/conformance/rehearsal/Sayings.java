package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.SendSettled;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What clients say where a server meets them that follows the script. */
final class Sayings {
  private Sayings() {}

  static Reaction reports(Turn turn) throws InterruptedException {
    Part part = Clients.part(turn);
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
    Duration timeout = turn.rehearsal().players().longest("timeout", actor);
    Duration reconnect = turn.rehearsal().players().longest("reconnect", actor);
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
    Part part = Clients.part(turn);
    String status = turn.text("status");
    turn.stage().atTheEnd(() -> unsaid(turn, part, status));
    return unsaid(turn, part, status);
  }

  private static Reaction unsaid(Turn turn, Part part, String status) {
    return status(turn, part, status)
        .<Reaction>map(
            entry ->
                new Broken(
                    "%s's channel '%s' does not report %s"
                        .formatted(part.actor(), part.handle(), status),
                    "it did, in line %d of the tape".formatted(entry.number())))
        .orElse(Reaction.HELD);
  }

  static Optional<Entry> status(Turn turn, Part part, String status) {
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
    Duration budget =
        turn.rehearsal().players().budget(Optional.of("timeout"), Optional.of(sent.actor()));
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
    return turn.stage().tape().entries().stream()
        .filter(entry -> entry.what() instanceof UncaughtSaid)
        .findFirst()
        .<Reaction>map(entry -> new Broken("no error escapes", entry.what().toString()))
        .orElse(Reaction.HELD);
  }
}
