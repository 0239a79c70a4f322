package dev.broadcasttck.spec.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A word of the scenario language: what an actor does or expects. */
public enum Verb {
  CHANNEL(Kind.ACT, "topic"),
  LISTEN(Kind.ACT, "event"),
  SUBSCRIBE(Kind.ACT, "on"),
  JOIN(Kind.ACT, "topic"),
  BROADCAST(Kind.ACT, "event"),
  HTTP_BROADCAST(Kind.ACT, "event"),
  RECEIVES(Kind.EXPECTATION, "message"),
  RECEIVES_ONCE(Kind.NEGATIVE, "message"),
  NEVER_RECEIVES(Kind.NEGATIVE, "message"),
  DELIVERED(Kind.EXPECTATION, "message"),
  NEVER_DELIVERED(Kind.NEGATIVE, "message"),
  RESOLVES(Kind.EXPECTATION, "send"),
  RESOLVES_AFTER_REPLY(Kind.EXPECTATION, "send"),
  RESOLVES_AT_ONCE(Kind.EXPECTATION, "send"),
  STAYS_OFF_THE_SOCKET(Kind.NEGATIVE, "send"),
  NO_REPLY(Kind.NEGATIVE, "send"),
  ANSWERED(Kind.EXPECTATION, "send"),
  UNSUBSCRIBE(Kind.ACT, "on"),
  REMOVE(Kind.ACT, "on"),
  DISCONNECT(Kind.ACT, "on"),
  REPORTS(Kind.EXPECTATION, "status"),
  OPENS_NO_SOCKET(Kind.NEGATIVE, "on"),
  HOLDS_NOTHING(Kind.EXPECTATION, "on"),
  CONNECT(Kind.EXPECTATION, "vsn"),
  REFUSED(Kind.EXPECTATION, "status"),
  SENDS(Kind.ACT, "text"),
  SENDS_ALL(Kind.ACT, "frames"),
  JOINS(Kind.EXPECTATION, "topic"),
  BROADCASTS(Kind.ACT, "event"),
  LEAVES(Kind.ACT, "topic"),
  HEARTBEATS(Kind.EXPECTATION, "ref"),
  REQUESTS(Kind.ACT, "path"),
  BATCH(Kind.EXPECTATION, "messages"),
  CLOSES(Kind.ACT, "code"),
  CUTS(Kind.ACT, "code"),
  ADVANCES(Kind.ACT, "advance"),
  TARGET(Kind.ACT, "advance"),
  GETS(Kind.EXPECTATION, "text"),
  GETS_ANY_ORDER(Kind.EXPECTATION, "frames"),
  GETS_REPLY(Kind.EXPECTATION, "to"),
  GETS_BROADCAST(Kind.EXPECTATION, "message"),
  GETS_NOTHING_OF(Kind.NEGATIVE, "message"),
  NO_REPLY_TO(Kind.NEGATIVE, "to"),
  ANSWERS(Kind.EXPECTATION, "to"),
  CLOSED(Kind.EXPECTATION, "code"),
  STILL_OPEN(Kind.EXPECTATION, "ref"),
  OPENS(Kind.ACT, "on"),
  SETS_TOKEN(Kind.ACT, "token"),
  CALLBACK_YIELDS(Kind.ACT, "token"),
  CALLBACK_BECOMES(Kind.ACT, "callback"),
  CALLBACK_FAILS(Kind.ACT, "on"),
  NEVER_REPORTS(Kind.NEGATIVE, "status"),
  SETTLES(Kind.EXPECTATION, "send"),
  THROWS_NOTHING(Kind.EXPECTATION, "on"),
  SEES(Kind.EXPECTATION, "event"),
  SEES_CONNECT(Kind.EXPECTATION, "path"),
  SEES_REQUEST(Kind.EXPECTATION, "path"),
  NEVER_SEES(Kind.NEGATIVE, "event"),
  NEVER_SEES_REQUEST(Kind.NEGATIVE, "path"),
  NEVER_SEES_CONNECT(Kind.NEGATIVE, "path"),
  SEES_COUNT(Kind.EXPECTATION, "event"),
  SEES_END(Kind.EXPECTATION, "from"),
  SEES_SOCKETS(Kind.EXPECTATION, "open"),
  HOLDS(Kind.ACT, "event"),
  RELEASES(Kind.ACT, "push"),
  IGNORES(Kind.ACT, "event"),
  HEEDS(Kind.ACT, "event"),
  REFUSES_JOINS(Kind.ACT, "response"),
  ACKNOWLEDGES_WITH(Kind.ACT, "status"),
  DELIVERS(Kind.ACT, "event"),
  CLOSES_CHANNEL(Kind.ACT, "topic"),
  FAILS_CHANNEL(Kind.ACT, "topic"),
  SAYS_SYSTEM(Kind.ACT, "topic"),
  DROPS(Kind.ACT, "code"),
  REFUSES_SOCKETS(Kind.ACT, "status"),
  ACCEPTS_SOCKETS(Kind.ACT, "times"),
  STALLS_SOCKETS(Kind.ACT, "times"),
  ANSWERS_REQUESTS(Kind.ACT, "status"),
  RESETS_REQUESTS(Kind.ACT, "times"),
  STALLS_REQUESTS(Kind.ACT, "times"),
  OBEYS_REQUESTS(Kind.ACT, "times");

  /** What sort of thing a verb says. */
  enum Kind {
    /** The actor does something. */
    ACT,
    /** Something must happen. */
    EXPECTATION,
    /** Something must not happen, which proves nothing without a control. */
    NEGATIVE
  }

  private static final Set<Verb> OF_CLIENTS = EnumSet.range(CHANNEL, HOLDS_NOTHING);
  private static final Set<Verb> AT_WIRE_LEVEL = EnumSet.range(CONNECT, STILL_OPEN);
  private static final Set<Verb> OF_CLIENTS_ALONE = EnumSet.range(OPENS, THROWS_NOTHING);
  private static final Set<Verb> OF_THE_SERVER = EnumSet.range(SEES, OBEYS_REQUESTS);
  private static final Set<Verb> OF_THE_SERVER_TOO = Set.of(SENDS, ANSWERS, ADVANCES);
  private static final Set<Verb> ON_A_CHANNEL =
      Set.of(
          LISTEN,
          SUBSCRIBE,
          BROADCAST,
          HTTP_BROADCAST,
          UNSUBSCRIBE,
          REMOVE,
          REPORTS,
          NEVER_REPORTS);

  private final Kind kind;
  private final String shorthand;

  Verb(Kind kind, String shorthand) {
    this.kind = kind;
    this.shorthand = shorthand;
  }

  /** The verb as a step writes it, such as {@code never-receives}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verb with that word. */
  public static Optional<Verb> named(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  /** The arguments in full: {@code receives: greeting} says {@code {message: greeting}}. */
  public JsonNode inFull(JsonNode arguments) {
    if (!arguments.isString()) {
      return arguments;
    }
    ObjectNode full = JsonNodeFactory.instance.objectNode();
    return full.set(shorthand, arguments);
  }

  /** Whether scenarios of a corpus may use it. */
  public boolean isOf(String corpus) {
    return switch (corpus) {
      case Scenario.SERVER_CORPUS -> AT_WIRE_LEVEL.contains(this);
      case Scenario.CLIENT_CORPUS ->
          OF_CLIENTS.contains(this) || OF_CLIENTS_ALONE.contains(this) || isOfTheServer();
      default -> OF_CLIENTS.contains(this);
    };
  }

  /** Whether it is what the actor {@code server} of the client corpus does and sees. */
  public boolean isOfTheServer() {
    return OF_THE_SERVER.contains(this) || OF_THE_SERVER_TOO.contains(this);
  }

  /** Whether in a scenario of a corpus it claims anything, so that the scenario can fail by it. */
  public boolean claimsIn(String corpus) {
    return isClaim() && !(this == ANSWERS && corpus.equals(Scenario.CLIENT_CORPUS));
  }

  /** Whether it speaks of sockets and frames, as the server corpus does, not of a client. */
  public boolean isAtWireLevel() {
    return AT_WIRE_LEVEL.contains(this);
  }

  /** Whether it claims that something does not happen. */
  public boolean isNegative() {
    return kind == Kind.NEGATIVE;
  }

  /** Whether it claims anything, so that a scenario can fail by it. */
  public boolean isClaim() {
    return kind != Kind.ACT;
  }

  /** Whether it sends something that later steps can speak of. */
  public boolean sends() {
    return this == BROADCAST || this == HTTP_BROADCAST;
  }

  /** Whether it makes a channel. */
  public boolean makesChannel() {
    return this == CHANNEL || this == JOIN;
  }

  /** Whether it is about one channel, which must be named where the actor has several. */
  public boolean needsChannel() {
    return ON_A_CHANNEL.contains(this);
  }
}
