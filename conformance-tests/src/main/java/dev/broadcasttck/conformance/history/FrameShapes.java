package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.history.Violation.Culprit;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What every frame is made of. */
final class FrameShapes {
  private static final Set<String> KEYS = Set.of("ref", "event", "payload", "topic");
  private static final Set<String> CLOSING = Set.of("phx_close", "phx_error");

  private FrameShapes() {}

  static Stream<Violation> ofServer(Traffic traffic) {
    return traffic
        .received()
        .flatMap(line -> Stream.of(shape(line), references(line)))
        .flatMap(Optional::stream);
  }

  /** The frames of clients that are held to the protocol, not those of scripts. */
  static Stream<Violation> ofClients(Traffic traffic) {
    return traffic
        .sent()
        .filter(line -> line.envelope().isEmpty())
        .map(
            line ->
                new Violation(
                    line.vsn() == ProtocolVersion.V1 ? "FRAME-3" : "FRAME-4",
                    Culprit.OURSELVES,
                    line.entry(),
                    "the client sends messages of the protocol",
                    "it sent " + line.frame().content()));
  }

  private static Optional<Violation> shape(Line line) {
    return line.vsn() == ProtocolVersion.V1 ? version1(line) : version2(line);
  }

  private static Optional<Violation> version1(Line line) {
    Optional<JsonNode> json =
        line.frame().kind() == Encoding.TEXT
            ? Json.parse(line.frame().content())
            : Optional.empty();
    Set<String> found = new HashSet<>();
    json.filter(JsonNode::isObject).ifPresent(object -> found.addAll(object.propertyNames()));
    if (!found.containsAll(KEYS) || line.envelope().isEmpty()) {
      return Optional.of(
          Violation.ofServer(
              "FRAME-3", line, "a text frame of version 1 has topic, event, payload and ref"));
    }
    return found.size() == KEYS.size()
        ? Optional.empty()
        : Optional.of(
            Violation.ofServer("FRAME-5", line, "a frame of version 1 has no other keys"));
  }

  private static Optional<Violation> version2(Line line) {
    if (line.envelope().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        line.frame().kind() == Encoding.TEXT
            ? Violation.ofServer("FRAME-4", line, "a text frame of version 2 is an array of five")
            : Violation.ofServer("FRAME-28", line, "a binary frame has one of the kinds known"));
  }

  /** Deliveries have no ref; what ends a channel has the join's reference twice. */
  private static Optional<Violation> references(Line line) {
    Optional<Envelope> message = line.envelope();
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Envelope it = message.get();
    if (it.event().equals("broadcast") && !it.ref().isNull()) {
      return Optional.of(Violation.ofServer("FRAME-6", line, "a delivery has the ref null"));
    }
    boolean isClosing = CLOSING.contains(it.event()) && line.vsn() == ProtocolVersion.V2;
    return isClosing && !it.ref().equals(it.joinRef())
        ? Optional.of(
            Violation.ofServer("LEAVE-7", line, it.event() + " has the join_ref as its ref"))
        : Optional.empty();
  }
}
