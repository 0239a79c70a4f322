package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Glance;
import dev.broadcasttck.conformance.tape.Take;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One conversation as a file of JSON lines. The first says what it was, with which names, and when
 * the judge looked; the others are what happened.
 *
 * @param subject what was played, such as {@code {"id": …, "variant": …}}
 * @param nonce of its names
 */
record Dossier(ObjectNode subject, String nonce, Take take) {
  private static final int FORMAT = 1;

  String text(UnaryOperator<String> redaction) {
    ExactLine line = new ExactLine(redaction);
    ObjectNode head = Json.object().put("trace", FORMAT);
    subject.properties().forEach(part -> head.set(part.getKey(), part.getValue()));
    head.put("nonce", nonce);
    ArrayNode glances = head.putArray("glances");
    take.glances().forEach(it -> glances.addArray().add(it.length()).add(it.at().toNanos()));
    StringBuilder text = new StringBuilder(Json.write(head)).append('\n');
    take.entries().forEach(entry -> text.append(Json.write(line.of(entry))).append('\n'));
    return text.toString();
  }

  /**
   * Reads one.
   *
   * @throws Refusal if it is none
   */
  static Dossier read(String name, String text) {
    List<String> lines = text.lines().toList();
    JsonNode head = lines.isEmpty() ? Json.none() : Json.parse(lines.get(0)).orElseGet(Json::none);
    if (head.path("trace").asInt(0) != FORMAT || !(head instanceof ObjectNode subject)) {
      throw new Refusal(name + " is no trace of format " + FORMAT);
    }
    List<Glance> glances = new ArrayList<>();
    for (JsonNode glance : head.path("glances")) {
      glances.add(
          new Glance(glance.path(0).asInt(-1), Duration.ofNanos(glance.path(1).asLong(-1))));
    }
    return new Dossier(
        subject, head.path("nonce").asString(""), new Take(entries(name, lines), glances));
  }

  private static List<Entry> entries(String name, List<String> lines) {
    LineReader reader = new LineReader();
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        entries.add(reader.read(lines.get(i)));
      } catch (IllegalArgumentException broken) {
        throw new Refusal(
            "%s, line %d is no line of a trace: %s".formatted(name, i + 1, broken.getMessage()));
      }
    }
    return entries;
  }
}
