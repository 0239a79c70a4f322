package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether broadcasts come only from topics that a socket is in, or has asked to be in. */
final class Rooms {
  private Rooms() {}

  static Stream<Violation> in(Traffic traffic) {
    return traffic.sockets().stream().flatMap(socket -> on(traffic.of(socket)).stream());
  }

  private static List<Violation> on(List<Line> lines) {
    Map<String, Integer> joins = new HashMap<>();
    List<Violation> found = new ArrayList<>();
    for (Line line : lines) {
      if (line.envelope().isEmpty() && line.isSent()) {
        // It may be a join that only the server can read.
        return found;
      }
      line.envelope().ifPresent(it -> weigh(line, it, joins, found));
    }
    return found;
  }

  /** A topic counts as joined from the asking on: a delivery may overtake the reply. */
  private static void weigh(
      Line line, Envelope message, Map<String, Integer> joins, List<Violation> found) {
    String topic = message.topic();
    if (line.isSent()) {
      if (message.event().equals("phx_join")) {
        joins.merge(topic, 1, Integer::sum);
      }
    } else if (message.event().equals("phx_close")) {
      joins.computeIfPresent(topic, (name, count) -> count - 1);
    } else if (message.event().equals("broadcast") && joins.getOrDefault(topic, -1) <= 0) {
      boolean wasIn = joins.containsKey(topic);
      found.add(
          Violation.ofServer(
              wasIn ? "LEAVE-1" : "BROADCAST-2",
              line,
              wasIn
                  ? "nothing of a topic comes after its phx_close"
                  : "nothing comes of a topic that the socket has not joined"));
    }
  }
}
