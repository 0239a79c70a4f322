package dev.broadcasttck.conformance.exchange;

import tools.jackson.databind.JsonNode;

/**
 * A topic that a caller asked to join.
 *
 * @param topic as on the socket
 * @param joinRef the join's join_ref, null where it had none
 * @param ref the join's ref
 * @param ack whether its pushes are acknowledged
 * @param self whether its own broadcasts come back
 * @param isPrivate whether it is the private room of that name
 */
record Room(
    String topic, JsonNode joinRef, JsonNode ref, boolean ack, boolean self, boolean isPrivate) {

  static Room of(String topic, JsonNode joinRef, JsonNode ref, JsonNode payload) {
    JsonNode config = payload.path("config");
    JsonNode broadcast = config.path("broadcast");
    return new Room(
        topic,
        joinRef,
        ref,
        broadcast.path("ack").asBoolean(false),
        broadcast.path("self").asBoolean(false),
        config.path("private").asBoolean(false));
  }

  /** The join_ref of replies: a join without one is known by its ref. */
  JsonNode inReplies() {
    return joinRef.isNull() ? ref : joinRef;
  }
}
