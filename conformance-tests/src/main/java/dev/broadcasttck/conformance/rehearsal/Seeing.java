package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.rehearsal.Look.Kind;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the server sees come from its clients, and what it must not see. */
final class Seeing {
  private static final Duration MARGIN = Duration.ofMillis(200);

  private Seeing() {}

  static Reaction frame(Turn turn) throws InterruptedException {
    return sees(turn, Kind.FRAME);
  }

  static Reaction connect(Turn turn) throws InterruptedException {
    return sees(turn, Kind.CONNECT);
  }

  static Reaction request(Turn turn) throws InterruptedException {
    return sees(turn, Kind.REQUEST);
  }

  private static Reaction sees(Turn turn, Kind kind) throws InterruptedException {
    Rehearsal rehearsal = turn.rehearsal();
    Look look = look(turn, kind, turn.node());
    Look next = turn.node().path("eventually").asBoolean(false) ? look : look.next();
    Optional<Entry> found =
        turn.stage()
            .tape()
            .await(entries -> open(rehearsal, next, entries), turn.budget())
            .filter(look::fits);
    if (found.isEmpty()) {
      return new Broken(
          look.inWords(), otherwise(rehearsal, look, turn.stage().tape().entries(), turn.budget()));
    }
    rehearsal.take(found.get());
    rehearsal.words().captured(look.captures(found.get()));
    turn.step().label().ifPresent(label -> rehearsal.remember(label, found.get()));
    return new Held("the server saw " + inWords(found.get()));
  }

  private static Look look(Turn turn, Kind kind, JsonNode written) {
    return Look.read(kind, written, turn.rehearsal().words(), turn.rehearsal().log());
  }

  private static Optional<Entry> open(Rehearsal rehearsal, Look look, List<Entry> entries) {
    return look.in(entries).filter(entry -> !rehearsal.isTaken(entry)).findFirst();
  }

  /** What came in its place, which tells most about why it did not come. */
  private static String otherwise(
      Rehearsal rehearsal, Look look, List<Entry> entries, Duration budget) {
    Optional<Entry> other =
        look.candidates(entries)
            .filter(entry -> !rehearsal.isTaken(entry))
            .reduce((earlier, later) -> likelier(look, earlier, later));
    return other
        .map(entry -> "%s, in %s".formatted(why(look, entry), inWords(entry)))
        .orElse("none came within " + budget.toMillis() + " ms");
  }

  /** The one whose topic and event fit, else the later one. */
  private static Entry likelier(Look look, Entry earlier, Entry later) {
    boolean isNear =
        look.mismatch(earlier).filter(m -> m.toString().contains("/payload")).isPresent();
    return isNear ? earlier : later;
  }

  private static String why(Look look, Entry entry) {
    return look.mismatch(entry).map(Object::toString).orElse("its text is another");
  }

  static String inWords(Entry entry) {
    return entry.what() instanceof FrameSent sent
        ? "%s's frame %s".formatted(entry.actor(), sent.frame().inWords())
        : "%s: %s".formatted(entry.actor(), entry.what());
  }

  static Reaction neverFrame(Turn turn) throws InterruptedException {
    return never(turn, Kind.FRAME);
  }

  static Reaction neverConnect(Turn turn) throws InterruptedException {
    return never(turn, Kind.CONNECT);
  }

  static Reaction neverRequest(Turn turn) throws InterruptedException {
    return never(turn, Kind.REQUEST);
  }

  private static Reaction never(Turn turn, Kind kind) throws InterruptedException {
    Look look = look(turn, kind, turn.node());
    Ban ban = turn.rehearsal().forbid(look);
    enter(turn, ban);
    if (turn.node().has("because")) {
      turn.stage().tape().await(ban::breach, window(turn));
    }
    Reaction now = absent(turn.rehearsal(), ban);
    return now instanceof Held && turn.node().has("because")
        ? new Held("none came within a fixed window of %d ms".formatted(window(turn).toMillis()))
        : now;
  }

  private static void enter(Turn turn, Ban ban) {
    Optional<String> because = turn.optional("because");
    turn.stage()
        .docket()
        .enter(
            new Negative(
                turn.step().location(),
                because.isPresent() ? Barrier.WINDOW : Barrier.LATER_FRAME,
                because.isPresent() ? Grade.D : Barrier.LATER_FRAME.grade(),
                because.orElse(""),
                1,
                turn.stage().tape().elapsed(),
                Duration.ZERO,
                Duration.ZERO),
            ban::breach);
  }

  /** Whether a forbidden thing has not come so far. */
  static Reaction absent(Rehearsal rehearsal, Ban ban) {
    return ban.breach(rehearsal.stage().tape().entries())
        .<Reaction>map(
            entry -> new Broken("the server never sees " + ban.look().inWords(), inWords(entry)))
        .orElse(Reaction.HELD);
  }

  private static Duration window(Turn turn) {
    String timer = turn.optional("within").orElse("reconnect");
    return turn.rehearsal()
        .players()
        .longest(timer, turn.optional("from"))
        .multipliedBy(2)
        .plus(MARGIN);
  }

  static Reaction count(Turn turn) throws InterruptedException {
    Look look = counted(turn);
    int atLeast = turn.node().path("at-least").asInt(turn.node().path("exactly").asInt(0));
    int atMost =
        turn.node().path("at-most").asInt(turn.node().path("exactly").asInt(Integer.MAX_VALUE));
    turn.stage()
        .tape()
        .await(
            entries -> look.in(entries).count() >= atLeast ? Optional.of(true) : Optional.empty(),
            turn.budget());
    Reaction barrier = turn.node().has("because") ? waited(turn, look, atMost) : drained(turn);
    long count = look.in(turn.stage().tape().entries()).count();
    if (count < atLeast || count > atMost) {
      return new Broken(
          "the server sees %s %s".formatted(look.inWords(), range(atLeast, atMost)),
          "it saw " + count);
    }
    return barrier;
  }

  private static Look counted(Turn turn) {
    if (turn.node().has("connect")) {
      return look(turn, Kind.CONNECT, turn.node().path("connect"));
    }
    return turn.node().has("request")
        ? look(turn, Kind.REQUEST, turn.node().path("request"))
        : look(turn, Kind.FRAME, turn.node());
  }

  private static Reaction waited(Turn turn, Look look, int atMost) throws InterruptedException {
    turn.stage()
        .tape()
        .await(
            entries -> look.in(entries).count() > atMost ? Optional.of(true) : Optional.empty(),
            window(turn));
    return new Held("counted after a fixed window of %d ms".formatted(window(turn).toMillis()));
  }

  private static Reaction drained(Turn turn) throws InterruptedException {
    List<String> clients =
        turn.optional("from").map(List::of).orElseGet(turn.rehearsal().players()::names);
    Reaction last = Reaction.HELD;
    for (String client : clients) {
      last = new ServerFence(turn.rehearsal()).drain(client);
      if (last instanceof Unproven) {
        return last;
      }
    }
    return last;
  }

  private static String range(int atLeast, int atMost) {
    if (atLeast == atMost) {
      return "exactly %d times".formatted(atLeast);
    }
    return atMost == Integer.MAX_VALUE
        ? "at least %d times".formatted(atLeast)
        : "at most %d times".formatted(atMost);
  }
}
