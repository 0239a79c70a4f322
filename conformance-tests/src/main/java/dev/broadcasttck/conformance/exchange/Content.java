package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.match.JsonPattern;
import tools.jackson.databind.JsonNode;

/**
 * What users say in a broadcast.
 *
 * @param payload the broadcast's payload as on the socket
 */
record Content(JsonNode payload) {
  boolean isLike(Content other) {
    return same(payload.path("event"), other.payload.path("event"))
        && same(payload.path("payload"), other.payload.path("payload"));
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return JsonPattern.literal(other).matches(one) || one.equals(other);
  }
}
