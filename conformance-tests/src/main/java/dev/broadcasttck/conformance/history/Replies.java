package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A join and a broadcast are answered at most once each, under their own reference. */
final class Replies implements Law {
  private static final Map<String, String> RULES =
      Map.of("phx_join", "JOIN-3", "broadcast", "ACK-8");

  /** What pairs a reply with its push. */
  private record Reference(String topic, JsonNode ref) {
    static Reference of(Envelope envelope) {
      return new Reference(envelope.topic(), envelope.ref());
    }
  }

  @Override
  public Stream<Violation> violations(Transcript transcript) {
    return transcript.isOrderly()
        ? transcript.sockets().stream().flatMap(socket -> surplus(socket).stream())
        : Stream.empty();
  }

  private static List<Violation> surplus(Socket socket) {
    Map<Reference, List<String>> open = new HashMap<>();
    Map<Reference, String> answered = new HashMap<>();
    List<Violation> violations = new ArrayList<>();
    for (Line line : socket.lines()) {
      Optional<Envelope> message = line.envelope();
      if (message.isPresent()) {
        Reference reference = Reference.of(message.get());
        if (line.sent()) {
          open.computeIfAbsent(reference, r -> new ArrayList<>()).add(message.get().event());
        } else if (line.is("phx_reply")) {
          List<String> pushes = open.getOrDefault(reference, List.of());
          if (!pushes.isEmpty()) {
            answered.put(reference, pushes.remove(0));
          } else {
            violation(line, answered.get(reference)).ifPresent(violations::add);
          }
        }
      }
    }
    return violations;
  }

  private static Optional<Violation> violation(Line line, @Nullable String event) {
    return Optional.ofNullable(event)
        .map(RULES::get)
        .map(
            rule ->
                new Violation(
                    rule,
                    line.entry(),
                    "one reply to one " + event,
                    "another one came: " + line.frame().inWords()));
  }
}
