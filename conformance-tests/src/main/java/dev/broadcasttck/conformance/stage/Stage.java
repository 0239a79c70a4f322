package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.SendCalled;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One playing of one scenario: its tape, its actors, and what they have done so far. */
public final class Stage implements AutoCloseable {
  private final Tape tape;
  private final Names names;
  private final Budgets budgets;
  private final Pace pace;
  private final Calibration calibration;
  private final Rigour rigour;
  private final Set<String> watched;
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, Sent> sentByLabel = new LinkedHashMap<>();
  private final Account account = new Account();
  private final Docket docket = new Docket();
  private final Repeats repeats = new Repeats();
  private final List<Supplier<Reaction>> finalChecks = new ArrayList<>();
  private Optional<Passage> passage = Optional.empty();
  private int sends;

  /** Where it is not, what is sent before joining goes over REST. */
  private boolean onDemand = true;

  /**
   * Sets up an empty stage.
   *
   * @param calibration what barriers are worth here
   * @param rigour how hard to try to see what must not happen
   * @param watched the actors whom something is forbidden to reach
   */
  public Stage(
      Tape tape,
      Names names,
      Budgets budgets,
      Pace pace,
      Calibration calibration,
      Rigour rigour,
      Set<String> watched) {
    this.tape = tape;
    this.names = names;
    this.budgets = budgets;
    this.pace = pace;
    this.calibration = calibration;
    this.rigour = rigour;
    this.watched = Set.copyOf(watched);
  }

  /**
   * Makes a client for each actor.
   *
   * @param premises where they connect to, in turn if there are several nodes
   */
  public void enter(List<Actor> actors, Variant variant, Driver driver, Premises premises) {
    onDemand = driver.profile().can(Ability.HTTP_SEND);
    for (Actor actor : actors) {
      ClientOptions options =
          new ClientOptions(
                  premises.node(roles.size()),
                  actor.vsn().orElse(variant.vsn()),
                  actor.encoding().orElse(variant.encoding()),
                  budgets.mustCome())
              .withTimers(Timers.of(actor.settings()).or(Timers.timeout(budgets.mustCome())));
      DriverClient client =
          driver.client(
              options,
              happening -> tape.append(actor.name(), happening),
              new TapeEar(tape, actor.name()));
      roles.put(actor.name(), new Role(actor.name(), client));
    }
  }

  /** Takes in a client that was made elsewhere. */
  public void enter(String actor, DriverClient client) {
    roles.put(actor, new Role(actor, client));
  }

  /** Has barriers reached by another way than clients can go by themselves. */
  public void passBy(Passage other) {
    passage = Optional.of(other);
  }

  public Optional<Passage> passage() {
    return passage;
  }

  public Tape tape() {
    return tape;
  }

  public Names names() {
    return names;
  }

  public Budgets budgets() {
    return budgets;
  }

  public Pace pace() {
    return pace;
  }

  public Account account() {
    return account;
  }

  public Calibration calibration() {
    return calibration;
  }

  public Rigour rigour() {
    return rigour;
  }

  /** What has been shown not to happen. */
  public Docket docket() {
    return docket;
  }

  /** The forbidden broadcasts that were sent again. */
  public Repeats repeats() {
    return repeats;
  }

  /**
   * Whether something is forbidden to reach an actor, so that it must be able to hear sentinels.
   */
  public boolean isWatched(Role role) {
    return watched.contains(role.name());
  }

  public Role role(String actor) {
    Role role = roles.get(actor);
    if (role == null) {
      throw new ScriptError("no actor is called " + actor);
    }
    return role;
  }

  /** Notes that a channel is another than before: what was sent until now says nothing of it. */
  public void settle(Part part) {
    part.settledAt().set(tape.entries().size());
  }

  /** Every channel of every actor. */
  public Stream<Part> parts() {
    return roles.values().stream().flatMap(Role::parts);
  }

  /** Tells a channel to send, over REST if it is not subscribed or that is asked for. */
  public Sent send(Part part, String event, JsonNode payload, boolean http)
      throws InterruptedException {
    pace.beforeBroadcast(roles.size());
    String send = "send-" + ++sends;
    Entry called = tape.append(part.actor(), new SendCalled(send, part.handle(), event, payload));
    boolean overRest = http || !part.subscribed().get();
    Sent sent = new Sent(send, part, event, payload, overRest, called.number());
    if (http && (onDemand || part.subscribed().get())) {
      part.channel().httpSend(send, event, payload);
    } else {
      part.channel().send(send, event, payload);
    }
    return sent;
  }

  /** Sends a broadcast once more, told from the first by its payload. */
  public Sent sendAgain(Sent first) throws InterruptedException {
    ObjectNode payload =
        first.payload() instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    payload.put("tck-repeat", names.nonce() + "-" + sends);
    boolean http = first.overRest() && first.part().subscribed().get();
    Sent again = send(first.part(), first.event(), payload, http);
    repeats.add(first, again);
    return again;
  }

  public void remember(String label, Sent sent) {
    sentByLabel.put(label, sent);
  }

  /** The broadcast that a step called by that label. */
  public Sent sent(String label) {
    Sent sent = sentByLabel.get(label);
    if (sent == null) {
      throw new ScriptError("no earlier step sent a broadcast called " + label);
    }
    return sent;
  }

  /** Something to be looked at again when everything is over. */
  public void atTheEnd(Supplier<Reaction> check) {
    finalChecks.add(check);
  }

  public List<Supplier<Reaction>> finalChecks() {
    return List.copyOf(finalChecks);
  }

  @Override
  public void close() {
    roles.values().forEach(role -> role.client().close());
  }
}
