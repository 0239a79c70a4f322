package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something that a caller sent and that has a name: a push on a socket, or a broadcast over REST.
 *
 * @param actor who sent it
 * @param socket on which socket, empty over REST
 * @param sentAt how long the tape was before it was sent
 * @param envelope what it says; over REST what members are to get
 * @param carrier what carried it
 * @param rooms the topics that the socket had asked to join by then, the latest last
 */
record Push(
    String actor, String socket, int sentAt, Envelope envelope, Carrier carrier, List<Room> rooms) {

  /** What carries a message to the server. */
  enum Carrier {
    TEXT,
    KIND_0,
    KIND_3,
    REST,
    /** REST's path for one event, which version 2 gets in binary frames. */
    REST_EVENT
  }

  boolean overRest() {
    return socket.isEmpty();
  }

  /** Whether a message is this broadcast, whatever topic it came on. */
  boolean isCarriedBy(Envelope message) {
    JsonNode payload = message.payload();
    return message.event().equals(envelope.event())
        && new Content(payload).isLike(new Content(envelope.payload()));
  }
}
