package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.MockScript;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * One playing of the client corpus: clients on a stage, and a server of their own that follows the
 * script. Used by one thread.
 */
public final class Rehearsal implements AutoCloseable {
  /** How the bundled server names the topics of its private channels, by right. */
  private static final Map<String, String> RIGHTS =
      Map.of(
          "read-write", "rw-",
          "read-only", "ro-",
          "broadcast-only", "bonly-",
          "none", "none-");

  private final Stage stage;
  private final BroadcastMock mock;
  private final MockScript script;
  private final Passes passes;
  private final Players players;
  private final Words words;
  private final WireLog log;
  private final BitSet taken = new BitSet();
  private final Map<String, Event.Received> seen = new LinkedHashMap<>();
  private final Map<String, Intervention.Hold> holds = new LinkedHashMap<>();
  private final List<Ignored> ignored = new ArrayList<>();
  private final List<Ban> forbidden = new ArrayList<>();
  private boolean showsAcknowledgements;
  private OptionalInt toldSince = OptionalInt.empty();

  /** A kind of push that is dropped, as long as the flag stands. */
  record Ignored(String event, Optional<String> topic, AtomicBoolean stands) {}

  private Rehearsal(Stage stage, BroadcastMock mock, List<Actor> actors) {
    this.stage = stage;
    this.mock = mock;
    this.script = mock.script();
    this.passes = Passes.issue(mock, actors);
    this.players = new Players(stage, mock, passes);
    this.words = new Words(stage.names(), passes, Rehearsal::prepared);
    this.log = new WireLog(stage.tape(), passes);
    script.serveOnly(passes::isOurs);
    script.journal().follow(entry -> log.note(entry.event()));
  }

  /** Starts a server, and makes a client for each actor. */
  public static Rehearsal open(Scenario scenario, Variant variant, Driver driver, Stage stage) {
    BroadcastMock mock = BroadcastMock.builder().scripted().start();
    Rehearsal rehearsal = new Rehearsal(stage, mock, scenario.actors());
    rehearsal.showsAcknowledgements = driver.profile().can(Ability.ACK_OBSERVABLE);
    scenario.actors().forEach(actor -> rehearsal.players.enter(actor, variant, driver.direct()));
    stage.passBy(part -> new ServerFence(rehearsal).cross(part));
    return rehearsal;
  }

  private static Optional<String> prepared(String right, String nonce) {
    return Optional.ofNullable(RIGHTS.get(right)).map(prefix -> prefix + nonce);
  }

  public Stage stage() {
    return stage;
  }

  BroadcastMock mock() {
    return mock;
  }

  MockScript script() {
    return script;
  }

  /** Whether anybody can observe how a send ends. */
  boolean shows(Sent sent) {
    return sent.overRest() || showsAcknowledgements;
  }

  Passes passes() {
    return passes;
  }

  Words words() {
    return words;
  }

  WireLog log() {
    return log;
  }

  Players players() {
    return players;
  }

  /**
   * Notes an act: whether the server told what no client may run away from, and how long the tape
   * was before.
   */
  void acted(boolean harmless, int before) {
    toldSince = harmless ? OptionalInt.of(toldSince.orElse(before)) : OptionalInt.empty();
  }

  /** Where on the tape it began that nothing was done but telling what is harmless. */
  OptionalInt toldSince() {
    return toldSince;
  }

  boolean isTaken(Entry entry) {
    return taken.get(entry.number());
  }

  void take(Entry entry) {
    taken.set(entry.number());
  }

  /** Remembers a push that was seen. */
  void remember(String label, Entry entry) {
    log.event(entry.what())
        .filter(Event.Received.class::isInstance)
        .ifPresent(event -> seen.put(label, (Event.Received) event));
  }

  void remember(String label, Intervention.Hold hold) {
    holds.put(label, hold);
  }

  /** A push by its label, waited for where it is to be held; empty where none came. */
  Optional<Event.Received> push(String label) throws InterruptedException {
    Intervention.Hold hold = holds.get(label);
    if (hold == null) {
      return Optional.of(
          Optional.ofNullable(seen.get(label))
              .orElseThrow(() -> new ScriptError("no earlier step saw a push called " + label)));
    }
    return script
        .journal()
        .await(entries -> hold.entry(), stage.budgets().mustCome())
        .map(entry -> (Event.Received) entry.event());
  }

  void ignore(Ignored what) {
    ignored.add(what);
  }

  List<Ignored> ignored() {
    return ignored;
  }

  /** Forbids all that a look fits, but for what earlier steps saw. */
  Ban forbid(Look look) {
    Ban ban = new Ban(look, (BitSet) taken.clone());
    forbidden.add(ban);
    return ban;
  }

  /** What no client may have sent when everything is over. */
  List<Ban> forbidden() {
    return List.copyOf(forbidden);
  }

  /** A reaction that shows no secret of this playing, which no report could know. */
  Reaction redacted(Reaction reaction) {
    return reaction.reworded(passes::redacted);
  }

  /** The sockets of a client, or of all. */
  Predicate<LiveSocket> socketsOf(Optional<String> actor) {
    return socket -> actor.map(passes.holder(socket.request())::equals).orElse(true);
  }

  @Override
  public void close() {
    stage.close();
    mock.close();
  }
}
