package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.barrier.Proof;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.plain.PlainSocket;
import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.Pace;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Redaction;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One playing of a scenario of the server corpus: its callers, and what they have sent. */
public final class Scene {
  private final Tape tape;
  private final Names names;
  private final Budgets budgets;
  private final Pace pace;
  private final Docket docket = new Docket();
  private final Proof proof;
  private final Target target;
  private final Endpoint endpoint;
  private final PlainNetwork network;
  private final Values values;
  private final List<JsonPattern> background;
  private final Account account = new Account();
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private final Map<String, List<Push>> pushes = new HashMap<>();
  private final Map<String, String> calls = new HashMap<>();
  private final List<Supplier<Reaction>> finalChecks = new ArrayList<>();
  private int numbered;
  private int restsFrom = Integer.MAX_VALUE;

  public Scene(
      Tape tape,
      Names names,
      Budgets budgets,
      Pace pace,
      Calibration calibration,
      Rigour rigour,
      Target target,
      Premises premises,
      PlainNetwork network) {
    this.tape = tape;
    this.names = names;
    this.budgets = budgets;
    this.pace = pace;
    this.proof = new Proof(tape, calibration, rigour, docket);
    this.target = target;
    this.endpoint = premises.endpoint();
    this.network = network;
    this.values =
        new Values(names, target, endpoint, new Tokens(premises.jwtSecret(), target.clock()));
    this.background = target.background().stream().map(JsonPattern::new).toList();
  }

  /** Makes a caller of each actor. */
  public void enter(Scenario scenario, Variant variant) {
    for (Actor actor : scenario.actors()) {
      callers.put(
          actor.name(),
          new Caller(
              actor.name(),
              actor.vsn().orElse(variant.vsn()),
              actor.encoding().orElse(variant.encoding())));
    }
  }

  Tape tape() {
    return tape;
  }

  Names names() {
    return names;
  }

  Budgets budgets() {
    return budgets;
  }

  Pace pace() {
    return pace;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  PlainNetwork network() {
    return network;
  }

  Values values() {
    return values;
  }

  /** How to show that something does not come. */
  Proof proof() {
    return proof;
  }

  /** What has been shown not to come. */
  public Docket docket() {
    return docket;
  }

  Account account() {
    return account;
  }

  Redaction redaction() {
    return Redaction.of(endpoint);
  }

  /** Messages that the target may send unasked. */
  List<JsonPattern> background() {
    return background;
  }

  /**
   * Who can do at the target what no client can.
   *
   * @throws ScriptError if nobody can
   */
  StageHand stageHand() {
    return target
        .stageHand()
        .orElseThrow(() -> new ScriptError("the target has nobody to do that"));
  }

  Caller caller(String actor) {
    Caller caller = callers.get(actor);
    if (caller == null) {
      throw new ScriptError("no actor is called " + actor);
    }
    return caller;
  }

  Stream<Caller> callers() {
    return callers.values().stream();
  }

  /** Where what happens to a caller is written. */
  WireTap tap(Caller caller) {
    return happening -> tape.append(caller.name(), happening);
  }

  /** A name that is unique on the tape. */
  String number(String kind) {
    return kind + "-" + ++numbered;
  }

  void remember(String label, List<Push> sent) {
    pushes.put(label, List.copyOf(sent));
  }

  void rememberCall(String label, String call) {
    calls.put(label, call);
  }

  /** Something to be looked at again when everything is over. */
  void atTheEnd(Supplier<Reaction> check) {
    finalChecks.add(check);
  }

  /**
   * From now on the sockets are only watched: they send no heartbeats, so the server may end them.
   */
  public void rest() {
    restsFrom = tape.entries().size();
  }

  /** Closes every socket and reads it to its end. */
  public void finish() throws InterruptedException {
    new Aftermath(this).close();
    cut();
  }

  /** What only the whole tape can tell: what is forbidden, and what no step explains. */
  public Stream<Supplier<Reaction>> lookBack() {
    return Stream.concat(finalChecks.stream(), new Aftermath(this).surpluses(restsFrom));
  }

  /** Cuts what is still open. */
  public void cut() {
    callers().flatMap(caller -> caller.lastSocket().stream()).forEach(PlainSocket::cut);
  }

  /** What a step sent, in order. */
  List<Push> pushes(String label) {
    List<Push> sent = pushes.get(label);
    if (sent == null) {
      throw new ScriptError("what was sent as `" + label + "` cannot be told from its bytes");
    }
    return sent;
  }

  String call(String label) {
    String call = calls.get(label);
    if (call == null) {
      throw new ScriptError("no request is called `" + label + "`");
    }
    return call;
  }
}
