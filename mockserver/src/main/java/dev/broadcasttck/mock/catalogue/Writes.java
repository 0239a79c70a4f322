package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server writes otherwise on a socket. */
final class Writes {
  /** Where an array of version 2 has its parts. */
  static final int JOIN_REF = 0;

  static final int REF = 1;
  static final int TOPIC = 2;
  static final int EVENT = 3;
  static final int PAYLOAD = 4;

  private Writes() {}

  /** Other objects of version 1. */
  static Disturbance objects(Consumer<ObjectNode> change) {
    return text(
        tree -> {
          if (tree instanceof ObjectNode object) {
            change.accept(object);
          }
        });
  }

  /** Other arrays of version 2. */
  static Disturbance arrays(Consumer<ArrayNode> change) {
    return text(
        tree -> {
          if (tree instanceof ArrayNode array) {
            change.accept(array);
          }
        });
  }

  private static Disturbance text(Consumer<JsonNode> change) {
    return Points.writing(frame -> Course.of(changed(frame, change)));
  }

  private static Frame changed(Frame frame, Consumer<JsonNode> change) {
    Optional<JsonNode> right = tree(frame);
    if (right.isEmpty()) {
      return frame;
    }
    JsonNode wrong = right.get().deepCopy();
    change.accept(wrong);
    return wrong.equals(right.get()) ? frame : Frame.text(Json.write(wrong).utf8());
  }

  static Optional<JsonNode> tree(Frame frame) {
    try {
      return frame.kind() == Frame.Kind.TEXT
          ? Optional.of(Json.read(frame.bytes()))
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  static boolean isBroadcast(JsonNode frame) {
    return event(frame).equals("broadcast");
  }

  static String event(JsonNode frame) {
    return frame.isArray() ? frame.path(EVENT).asString("") : frame.path("event").asString("");
  }

  static JsonNode payload(JsonNode frame) {
    return frame.isArray() ? frame.path(PAYLOAD) : frame.path("payload");
  }

  /** Other binary frames. */
  static Disturbance binary(UnaryOperator<byte[]> instead) {
    return Points.writing(
        frame ->
            Course.of(
                frame.kind() == Frame.Kind.BINARY
                    ? Frame.binary(Bytes.of(instead.apply(frame.bytes().toArray())))
                    : frame));
  }
}
