package dev.broadcasttck.conformance.driver;

/** Something that clients of a driver can do or show, and that scenarios may ask for. */
public enum Ability {
  /** Listeners match an event's name in any case. */
  EVENT_MATCH_ANY_CASE("event-match-any-case"),
  /** Listeners match an event's name as it is written. */
  EVENT_MATCH_EXACT("event-match-exact"),
  /** A listener for {@code *} gets every event. */
  EVENT_WILDCARD("event-wildcard"),
  /** The result of a send can be observed. */
  ACK_OBSERVABLE("ack-observable"),
  /** Broadcasts can be sent over REST on demand. */
  HTTP_SEND("http-send"),
  /** The token can be changed while the client lives. */
  SET_AUTH("set-auth"),
  /** The socket can be opened without a channel. */
  EXPLICIT_OPEN("explicit-open"),
  /** The token can come from a function that the client calls. */
  TOKEN_CALLBACK("token-callback"),
  /** That function can become a slower one, or one that fails. */
  TOKEN_FUNCTION("token-function"),
  /** Channels can ask for authorization. */
  PRIVATE_CHANNELS("private-channels"),
  /** A client can have two channels of one topic, each with listeners of its own. */
  SECOND_CHANNEL("second-channel"),
  /** What is sent before the channel is joined goes over REST. */
  REST_BEFORE_JOIN("rest-before-join"),
  /** What is sent before the channel is joined is refused. */
  REFUSES_BEFORE_JOIN("refuses-before-join");

  private final String capability;

  Ability(String capability) {
    this.capability = capability;
  }

  /** The word by which scenarios ask for it. */
  public String capability() {
    return capability;
  }
}
