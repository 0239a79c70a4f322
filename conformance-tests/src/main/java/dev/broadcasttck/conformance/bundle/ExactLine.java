package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.Encoding;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a tape as JSON, with all that it holds: each part of the happening by its name. Of a
 * frame only what was on the wire; what it says is read again.
 *
 * @param redaction takes out what is secret
 */
record ExactLine(UnaryOperator<String> redaction) {
  static final String AT = "at";
  static final String ACTOR = "actor";
  static final String WHAT = "what";
  static final String KIND = "kind";
  static final String CONTENT = "content";

  /** A text message whose bytes are no text. */
  static final String BROKEN = "broken text";

  JsonNode of(Entry entry) {
    ObjectNode line = Json.object().put(AT, entry.at().toNanos()).put(ACTOR, entry.actor());
    return of(entry.what(), line);
  }

  /** Without its time. */
  JsonNode of(Happening what) {
    return of(what, Json.object());
  }

  private JsonNode of(Happening what, ObjectNode line) {
    line.put(WHAT, what.getClass().getSimpleName());
    for (RecordComponent component : what.getClass().getRecordComponents()) {
      line.set(component.getName(), part(value(component, what)));
    }
    return line;
  }

  private JsonNode part(Object value) {
    if (value instanceof String text) {
      return Json.text(redaction.apply(text));
    } else if (value instanceof Integer number) {
      return Json.number(number);
    } else if (value instanceof JsonNode node) {
      String text = redaction.apply(Json.write(Bytes.marked(node)));
      return Json.parse(text).orElseThrow();
    } else if (value instanceof Map<?, ?> texts) {
      ObjectNode node = Json.object();
      texts.forEach((name, text) -> node.put(name.toString(), redaction.apply(text.toString())));
      return node;
    } else if (value instanceof Frame frame) {
      return frame(frame);
    }
    throw new IllegalStateException("nobody has said how to write down " + value);
  }

  private ObjectNode frame(Frame frame) {
    return Json.object().put(KIND, kind(frame)).put(CONTENT, redaction.apply(frame.content()));
  }

  private static String kind(Frame frame) {
    if (frame.kind() == Encoding.TEXT) {
      return "text";
    }
    return FrameReader.isBrokenText(frame) ? BROKEN : "binary";
  }

  private static Object value(RecordComponent component, Happening what) {
    try {
      return component.getAccessor().invoke(what);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record shows its parts", e);
    }
  }
}
