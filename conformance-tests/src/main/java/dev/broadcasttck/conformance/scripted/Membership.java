package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.protocol.Envelope;
import tools.jackson.databind.JsonNode;

/**
 * One join of a channel, from its request to its end.
 *
 * @param connection that it goes over
 * @param topic as on the socket
 * @param joinRef the reference of its {@code phx_join}
 */
record Membership(Connection connection, String topic, JsonNode joinRef) {

  static Membership begin(Connection connection, String topic) {
    return new Membership(connection, "realtime:" + topic, connection.nextRef());
  }

  Envelope join(JsonNode payload) {
    return new Envelope(joinRef, joinRef, topic, "phx_join", payload);
  }

  Envelope leave() {
    return push("phx_leave", Json.object());
  }

  Envelope push(String event, JsonNode payload) {
    return new Envelope(joinRef, connection.nextRef(), topic, event, payload);
  }

  /** Whether it was the first push of its socket. */
  boolean isFirst() {
    return joinRef.equals(Json.text("1"));
  }

  /** Whether a frame is about this topic on this socket. */
  boolean concerns(Connection source, Envelope envelope) {
    return connection == source && envelope.topic().equals(topic);
  }

  /** Whether a {@code phx_close} or {@code phx_error} is about this join and no earlier one. */
  boolean isEndedBy(Envelope envelope) {
    // Version 1 has no join_ref in server frames and puts it into ref.
    JsonNode reference = envelope.joinRef().isNull() ? envelope.ref() : envelope.joinRef();
    return reference.isNull() || reference.equals(joinRef);
  }
}
