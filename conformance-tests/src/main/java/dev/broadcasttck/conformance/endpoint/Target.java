package dev.broadcasttck.conformance.endpoint;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A server to be judged: its endpoints, what it claims, and what we may do with it. */
public interface Target {
  /** What it claims; a prepared endpoint's name is a capability. */
  Set<String> capabilities();

  /** The endpoint prepared for a purpose, or the main one. */
  Optional<Premises> premises(Optional<String> purpose);

  /**
   * The name of a topic for which the roles have a right such as {@code read-write}.
   *
   * @param nonce to tell it from other such topics
   */
  Optional<String> topic(String right, String nonce);

  /** Patterns of messages ({@code topic}, {@code event}, {@code payload}) that may come unasked. */
  List<JsonNode> background();

  /** The clock by which its tokens expire. */
  Clock clock();

  /** Who moves its clock and ends its sockets, if anybody can. */
  Optional<StageHand> stageHand();

  /** A target of which nothing is known but its endpoint. */
  static Target of(Endpoint endpoint) {
    return new UnknownTarget(endpoint);
  }
}
