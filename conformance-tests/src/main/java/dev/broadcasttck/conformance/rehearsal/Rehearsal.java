package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.MockScript;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.net.URI;
import java.time.Duration;
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
  private final Words words;
  private final WireLog log;
  private final Map<String, Timers> timers = new LinkedHashMap<>();
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
    this.words = new Words(stage.names(), passes, Rehearsal::prepared);
    this.log = new WireLog(stage.tape(), passes);
    script.journal().follow(entry -> log.note(entry.event()));
  }

  /** Starts a server, and makes a client for each actor. */
  public static Rehearsal open(Scenario scenario, Variant variant, Driver driver, Stage stage) {
    BroadcastMock mock = BroadcastMock.builder().scripted().start();
    Rehearsal rehearsal = new Rehearsal(stage, mock, scenario.actors());
    rehearsal.showsAcknowledgements = driver.profile().can(Ability.ACK_OBSERVABLE);
    scenario.actors().forEach(actor -> rehearsal.enter(actor, variant, driver.direct()));
    stage.passBy(part -> new ServerFence(rehearsal).cross(part));
    return rehearsal;
  }

  private void enter(Actor actor, Variant variant, Driver driver) {
    Timers asked = Timers.of(actor.settings());
    timers.put(actor.name(), driver.profile().effective(asked));
    Endpoint endpoint =
        new Endpoint(
            below(actor, mock.socketUrl()),
            below(actor, mock.broadcastUrl()),
            passes.key(actor.name()),
            Map.of());
    ProtocolVersion vsn =
        actor.vsn().orElse(variant.isOwn() ? driver.profile().vsn() : variant.vsn());
    Encoding own = driver.profile().ownEncoding();
    Encoding encoding = actor.encoding().orElse(variant.isOwn() ? own : variant.encoding());
    ClientOptions options =
        new ClientOptions(endpoint, vsn, encoding, asked, passes.source(actor, driver.profile()));
    DriverClient client =
        driver.client(settled(actor, options), wire -> {}, new TapeEar(stage.tape(), actor.name()));
    if (passes.hasToBeCalledFor(actor, driver.profile())) {
      client.setToken(Optional.empty());
    }
    stage.enter(actor.name(), client);
  }

  /** What else a scenario says of how an actor's client is made. */
  private static ClientOptions settled(Actor actor, ClientOptions options) {
    ClientOptions limited = actor.settings().limitsItself() ? options : options.unlimited();
    return actor.settings().isGivenTransport() ? limited.withGivenTransport() : limited;
  }

  /** An address of the mock's, for an actor whose project has a path. */
  private static URI below(Actor actor, URI address) {
    return address.resolve(actor.settings().below() + address.getRawPath());
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

  /** The clients' names. */
  List<String> clients() {
    return List.copyOf(timers.keySet());
  }

  /** How long to wait for what must come: by one of the client's timers, where one is named. */
  Duration budget(Optional<String> timer, Optional<String> actor) {
    return timer
        .map(name -> longest(name, actor).multipliedBy(2).plus(stage.budgets().mustCome()))
        .orElse(stage.budgets().mustCome());
  }

  /** The longest that a timer is among some clients. */
  Duration longest(String timer, Optional<String> actor) {
    return timers.entrySet().stream()
        .filter(entry -> actor.map(entry.getKey()::equals).orElse(true))
        .flatMap(entry -> timer(entry.getValue(), timer).stream())
        .max(Duration::compareTo)
        .orElse(stage.budgets().mustCome());
  }

  private static Optional<Duration> timer(Timers times, String name) {
    return switch (name) {
      case "timeout" -> times.timeout();
      case "heartbeat" -> times.heartbeat();
      default -> times.reconnect();
    };
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
