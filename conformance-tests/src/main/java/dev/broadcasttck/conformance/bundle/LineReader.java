package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads lines of a tape that {@link ExactLine} has written, one after the other. */
final class LineReader {
  private static final Map<String, Class<?>> KINDS =
      Stream.of(Happening.Wire.class, Happening.Said.class)
          .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
          .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

  private final Map<String, ProtocolVersion> versions = new HashMap<>();
  private int number;

  /**
   * The next line.
   *
   * @throws IllegalArgumentException if it is none
   */
  Entry read(String text) {
    JsonNode line =
        Json.parse(text).orElseThrow(() -> new IllegalArgumentException("it is no JSON"));
    Happening what = happening(line);
    if (what instanceof SocketOpening opening) {
      boolean isSecond = opening.url().contains("vsn=2.");
      versions.put(opening.socket(), isSecond ? ProtocolVersion.V2 : ProtocolVersion.V1);
    }
    Duration at = Duration.ofNanos(line.path(ExactLine.AT).asLong(-1));
    return new Entry(number++, at, line.path(ExactLine.ACTOR).asString(), what);
  }

  private Happening happening(JsonNode line) {
    Class<?> kind = KINDS.get(line.path(ExactLine.WHAT).asString(""));
    if (kind == null) {
      throw new IllegalArgumentException("nothing happens in it");
    }
    RecordComponent[] components = kind.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(component, line, kind)).toArray();
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return (Happening) kind.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("it cannot have happened", e);
    }
  }

  private Object value(RecordComponent component, JsonNode line, Class<?> kind) {
    JsonNode written = line.path(component.getName());
    if (written.isMissingNode()) {
      throw new IllegalArgumentException("its " + component.getName() + " is missing");
    }
    Class<?> type = component.getType();
    if (type == String.class) {
      return written.asString();
    } else if (type == int.class) {
      return written.asInt();
    } else if (type == JsonNode.class) {
      return Bytes.unmarked(written);
    } else if (type == Frame.class) {
      ProtocolVersion vsn =
          versions.getOrDefault(line.path("socket").asString(), ProtocolVersion.V1);
      return FrameReader.read(written, vsn, kind == FrameSent.class);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    written.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asString()));
    return texts;
  }
}
