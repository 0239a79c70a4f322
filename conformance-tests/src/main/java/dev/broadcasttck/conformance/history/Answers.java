package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether every reply answers a push, and every push has at most one. */
final class Answers {
  private Answers() {}

  static Stream<Violation> in(Traffic traffic) {
    return traffic.sockets().stream().flatMap(socket -> on(traffic.of(socket)).stream());
  }

  private static List<Violation> on(List<Line> lines) {
    Map<String, Integer> unanswered = new HashMap<>();
    Set<String> joins = new HashSet<>();
    List<Violation> found = new ArrayList<>();
    for (Line line : lines) {
      if (line.envelope().isEmpty() && line.isSent()) {
        // What only the server can read may be answered in ways that nobody here foresees.
        return found;
      }
      line.envelope().ifPresent(it -> weigh(line, it, unanswered, joins, found));
    }
    return found;
  }

  private static void weigh(
      Line line,
      Envelope message,
      Map<String, Integer> unanswered,
      Set<String> joins,
      List<Violation> found) {
    String key = message.topic() + " " + Json.write(message.ref());
    if (line.isSent()) {
      unanswered.merge(key, 1, Integer::sum);
      if (message.event().equals("phx_join")) {
        joins.add(key);
      }
    } else if (message.event().equals("phx_reply") && unanswered.merge(key, -1, Integer::sum) < 0) {
      found.add(
          Violation.ofServer(
              joins.contains(key) ? "JOIN-3" : "ACK-8",
              line,
              "every reply pairs with one push, and no push is answered twice"));
    }
  }
}
