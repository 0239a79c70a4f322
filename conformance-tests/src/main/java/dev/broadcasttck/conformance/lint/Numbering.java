package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Memory;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The references that a client gives to its pushes differ, and a join has one. */
final class Numbering implements Law {
  private final Lately<JsonNode, Boolean> given;

  Numbering(Memory memory) {
    given = new Lately<>(memory.perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    return line.pushed().stream()
        .flatMap(message -> Stream.concat(nameless(line, message), again(line, message.ref())))
        .toList();
  }

  private static Stream<Violation> nameless(Line line, Envelope message) {
    boolean isName = message.ref().isString() && !message.ref().stringValue().isEmpty();
    return message.event().equals("phx_join") && !isName
        ? Stream.of(
            line.breaks(
                "CJOIN-6",
                "a join whose ref is a string and not empty",
                "its ref is " + message.ref()))
        : Stream.empty();
  }

  private Stream<Violation> again(Line line, JsonNode ref) {
    if (ref.isNull()) {
      return Stream.empty();
    }
    boolean isSecond = given.knows(ref);
    given.put(ref, true);
    return isSecond
        ? Stream.of(
            line.breaks(
                "CFRAME-5", "a reference of its own for each push", ref + " was given before"))
        : Stream.empty();
  }
}
