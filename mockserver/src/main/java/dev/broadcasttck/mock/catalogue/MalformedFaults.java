package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What should be dropped and is not, and the WebSocket protocol beneath the messages. */
final class MalformedFaults {
  private static final int UNSUPPORTED = 1003;
  private static final int WHOLE_ARRAY = 5;

  private MalformedFaults() {}

  static void enter(Catalogue faults) {
    dropped(faults);
    faults.enter(
        "PUSH_WITHOUT_JOIN_REF_UNHEARD",
        "FRAME-12",
        Hears.not(push -> push.joinRef().isNull() && !push.isTopic("phoenix")));
    manners(faults);
  }

  private static void dropped(Catalogue faults) {
    faults.enter("NO_JSON_ENDS_THE_SOCKET", "FRAME-9", ending(f -> isText(f) && json(f).isEmpty()));
    faults.enter("OTHER_JSON_ENDS_THE_SOCKET", "FRAME-10", endingOver(j -> !hasParts(j)));
    faults.enter("LACK_OF_A_KEY_ENDS_THE_SOCKET", "FRAME-11", endingOver(MalformedFaults::lacks));
    faults.enter(
        "ARRAY_ON_VERSION_1_ENDS_THE_SOCKET",
        "FRAME-13",
        endingOver(json -> json.isArray() && json.size() >= WHOLE_ARRAY));
    faults.enter(
        "OBJECT_ON_VERSION_2_ENDS_THE_SOCKET",
        "FRAME-14",
        endingOver(json -> json.isObject() && !lacks(json)));
    faults.enter(
        "SHORT_ARRAY_ENDS_THE_SOCKET",
        "FRAME-15",
        endingOver(json -> json.isArray() && json.size() < WHOLE_ARRAY && hasParts(json)));
    faults.enter("BAD_BINARY_ENDS_THE_SOCKET", "FRAME-19", ending(frame -> !isText(frame)));
  }

  private static boolean hasParts(JsonNode json) {
    return json.path("topic").isString()
        || json.path("event").isString()
        || json.path(Writes.TOPIC).isString();
  }

  private static boolean lacks(JsonNode json) {
    boolean isWhole =
        json.has("topic") && json.has("event") && json.has("payload") && json.has("ref");
    return json.isObject() && hasParts(json) && !isWhole;
  }

  private static Disturbance endingOver(Predicate<JsonNode> which) {
    return ending(frame -> json(frame).filter(which).isPresent());
  }

  private static Disturbance ending(Predicate<Frame> over) {
    return Points.stumbling(
        frame -> over.test(frame) ? Optional.of(UNSUPPORTED) : Optional.empty());
  }

  private static boolean isText(Frame frame) {
    return frame.kind() == Frame.Kind.TEXT;
  }

  private static Optional<JsonNode> json(Frame frame) {
    return Writes.tree(frame);
  }

  private static void manners(Catalogue faults) {
    faults.enter("PING_UNANSWERED", "HEARTBEAT-7", Points.ponging(ping -> Optional.empty()));
    faults.enter(
        "PONG_IS_EMPTY", "HEARTBEAT-7", Points.ponging(ping -> Optional.of(Bytes.utf8(""))));
    faults.enter("CLOSE_ANSWERED_WITH_1001", "FRAME-26", Points.farewell(1001));
    faults.enter("VIOLATION_ENDS_WITH_1008", "FRAME-23", Points.objecting(1008));
    faults.enter(
        "FRAGMENTS_UNJOINED",
        "FRAME-22",
        new Disturbance() {
          @Override
          public boolean waiting() {
            return false;
          }
        });
    faults.enter(
        "HEARTBEATS_ARE_NO_LIFE",
        "END-7",
        new Disturbance() {
          @Override
          public boolean heeding() {
            return false;
          }
        });
  }
}
