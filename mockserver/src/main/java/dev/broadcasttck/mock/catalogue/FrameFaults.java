package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Frames that are written wrong. */
final class FrameFaults {
  private FrameFaults() {}

  static void enter(Catalogue faults) {
    texts(faults);
    binaries(faults);
  }

  private static void texts(Catalogue faults) {
    for (String key : new String[] {"ref", "topic", "event", "payload"}) {
      faults.enter(
          "OBJECT_WITHOUT_" + key.toUpperCase(java.util.Locale.ROOT),
          "FRAME-3",
          Writes.objects(frame -> frame.remove(key)));
    }
    faults.enter(
        "OBJECTS_AS_ARRAYS",
        "FRAME-3 CONNECT-3",
        Points.writing(frame -> Course.of(asArray(frame))));
    faults.enter(
        "TEXT_AS_BINARY",
        "FRAME-3 FRAME-4",
        Points.writing(frame -> Course.of(Frame.binary(frame.bytes()))));
    faults.enter(
        "REFS_SWAPPED",
        "FRAME-4",
        Writes.arrays(
            frame -> {
              JsonNode joinRef = frame.get(Writes.JOIN_REF);
              frame.set(Writes.JOIN_REF, frame.get(Writes.REF));
              frame.set(Writes.REF, joinRef);
            }));
    faults.enter(
        "ARRAY_WITHOUT_JOIN_REF",
        "FRAME-4 CONNECT-4",
        Writes.arrays(a -> a.remove(Writes.JOIN_REF)));
    faults.enter(
        "ARRAY_WITHOUT_PAYLOAD", "FRAME-4 CONNECT-4", Writes.arrays(a -> a.remove(Writes.PAYLOAD)));
  }

  private static Frame asArray(Frame frame) {
    Optional<JsonNode> tree = Writes.tree(frame).filter(JsonNode::isObject);
    return tree.map(
            t -> {
              var array = Json.array().add(Json.NULL).add(t.path("ref")).add(t.path("topic"));
              return Frame.text(
                  Json.write(array.add(t.path("event")).add(t.path("payload"))).utf8());
            })
        .orElse(frame);
  }

  private static void binaries(Catalogue faults) {
    String both = "FRAME-27 FRAME-28";
    faults.enter("BINARY_LOST", both, Delivers.nothing((b, hearer) -> Delivers.isUser(b)));
    faults.enter("KIND_3_FOR_4", both, Writes.binary(bytes -> with(bytes, 0, 3)));
    faults.enter(
        "BINARY_LENGTH_OFF_BY_ONE",
        both + " FRAME-41",
        Writes.binary(bytes -> with(bytes, 1, bytes[1] + 1)));
    faults.enter("BYTES_CALLED_JSON", "FRAME-28", Writes.binary(bytes -> with(bytes, 4, 1)));
    faults.enter(
        "LAST_BYTE_LOST", both, Writes.binary(bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
    faults.enter(
        "CHARACTERS_COUNTED",
        "FRAME-41",
        Writes.binary(
            bytes -> {
              int length = bytes[1] & 0xff;
              Bytes topic = Bytes.of(bytes).slice(5, Math.min(bytes.length, 5 + length));
              return with(bytes, 1, topic.utf8().length());
            }));
  }

  private static byte[] with(byte[] bytes, int index, int value) {
    byte[] changed = bytes.clone();
    changed[index] = (byte) value;
    return changed;
  }
}
