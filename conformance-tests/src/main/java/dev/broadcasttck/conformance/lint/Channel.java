package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import tools.jackson.databind.JsonNode;

/**
 * The last join of a topic on a socket, and what has come of it.
 *
 * @param ref the join's own
 * @param joinRef what the join said; perhaps null
 * @param takesOver whether the topic was joined already
 * @param stage how far it has got, as far as the wire shows
 */
record Channel(
    JsonNode ref, JsonNode joinRef, boolean self, boolean ack, boolean takesOver, Stage stage) {

  /** How far a join has got. */
  enum Stage {
    ASKED,
    JOINED,
    REFUSED,
    /** Its client has said that it leaves. */
    LEFT,
    /** Its server has ended it. */
    ENDED
  }

  static Channel asked(Envelope join, boolean takesOver) {
    JsonNode settings = join.payload().path("config").path("broadcast");
    return new Channel(
        join.ref(),
        join.joinRef(),
        isOn(settings.path("self")),
        isOn(settings.path("ack")),
        takesOver,
        Stage.ASKED);
  }

  private static boolean isOn(JsonNode setting) {
    return setting.asString("").equalsIgnoreCase("true");
  }

  Channel now(Stage next) {
    return new Channel(ref, joinRef, self, ack, takesOver, next);
  }

  boolean is(Stage wanted) {
    return stage == wanted;
  }

  /** What names it in frames: the ref of a join stands in for its join_ref. */
  JsonNode name() {
    return joinRef.isNull() ? ref : joinRef;
  }

  boolean isSameAs(Channel other) {
    return ref.equals(other.ref) && joinRef.equals(other.joinRef);
  }

  boolean isEndedBy(Envelope end, ProtocolVersion vsn) {
    JsonNode named = vsn == ProtocolVersion.V1 ? end.ref() : end.joinRef();
    return named.isNull() || named.equals(joinRef);
  }
}
