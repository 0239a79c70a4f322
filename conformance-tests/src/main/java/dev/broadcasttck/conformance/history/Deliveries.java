package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether each socket gets a sender's broadcasts in their order, and each once. Broadcasts are told
 * apart by what they say, so only what one sender said once on a topic is looked at.
 *
 * @param sent what sockets sent, by topic and content
 * @param disputed what cannot be told apart
 */
record Deliveries(Map<String, Line> sent, Set<String> disputed) {

  static Stream<Violation> in(Traffic traffic) {
    if (traffic.sent().anyMatch(line -> line.envelope().isEmpty())) {
      return Stream.empty();
    }
    Map<String, Line> sent = new HashMap<>();
    Set<String> disputed = new TreeSet<>();
    traffic
        .sent()
        .filter(line -> line.is("broadcast"))
        .forEach(
            line -> key(line).filter(key -> sent.put(key, line) != null).ifPresent(disputed::add));
    Deliveries deliveries = new Deliveries(sent, disputed);
    boolean hasCalls = !traffic.calls().isEmpty();
    return traffic.sockets().stream()
        .flatMap(socket -> deliveries.on(traffic.of(socket), hasCalls).stream());
  }

  /**
   * What is wrong on one socket.
   *
   * @param hasCalls whether REST may have said the same, so that twice may be right
   */
  private List<Violation> on(List<Line> lines, boolean hasCalls) {
    Map<String, Integer> latest = new HashMap<>();
    Set<String> seen = new TreeSet<>();
    List<Violation> found = new ArrayList<>();
    for (Line line : lines) {
      Optional<String> key = line.isSent() ? Optional.empty() : key(line);
      Line origin = sent.get(key.orElse(""));
      if (origin == null || disputed.contains(key.orElse("")) || isReplayed(line)) {
        continue;
      }
      if (!seen.add(key.orElse(""))) {
        if (!hasCalls) {
          found.add(Violation.ofServer("ORDER-2", line, "a broadcast comes once"));
        }
        continue;
      }
      String sender = origin.socket() + " " + topic(line);
      int number = origin.entry().number();
      if (latest.getOrDefault(sender, -1) > number) {
        found.add(
            Violation.ofServer(
                "ORDER-1", line, "one sender's broadcasts come in the order of their sending"));
      }
      latest.merge(sender, number, Math::max);
    }
    return found;
  }

  private static String topic(Line line) {
    return line.envelope().map(Envelope::topic).orElse("");
  }

  private static boolean isReplayed(Line line) {
    return line.envelope()
        .map(it -> it.payload().path("meta").path("replayed"))
        .filter(replayed -> replayed.asBoolean(false))
        .isPresent();
  }

  /** The topic and the content of a broadcast. */
  private static Optional<String> key(Line line) {
    return line.envelope()
        .filter(it -> it.event().equals("broadcast") && it.payload().isObject())
        .map(it -> it.topic() + " " + said(it.payload(), "event") + said(it.payload(), "payload"));
  }

  private static String said(JsonNode payload, String key) {
    return Meaning.of(payload.path(key));
  }
}
