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
  STILL_OPEN(Kind.EXPECTATION, "ref");

  /** What sort of thing a verb says. */
  enum Kind {
    /** The actor does something. */
    ACT,
    /** Something must happen. */
    EXPECTATION,
    /** Something must not happen, which proves nothing without a control. */
    NEGATIVE
  }

  private static final Set<Verb> AT_WIRE_LEVEL = EnumSet.range(CONNECT, STILL_OPEN);
  private static final Set<Verb> ON_A_CHANNEL =
      Set.of(LISTEN, SUBSCRIBE, BROADCAST, HTTP_BROADCAST, UNSUBSCRIBE, REMOVE, REPORTS);

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
