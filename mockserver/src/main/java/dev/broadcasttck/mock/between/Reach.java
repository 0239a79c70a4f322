package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which faults a server can be given from outside. */
public final class Reach {
  /** What happens inside a server only, by the points of a disturbance. */
  private static final Map<String, String> INSIDE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("admitting", "who is let into a channel"),
              Map.entry("answering", "how a request over HTTP is answered"),
              Map.entry("examining", "which tokens hold"),
              Map.entry("farewell", "how a close frame is answered"),
              Map.entry("heeding", "which socket counts as idle"),
              Map.entry("leaving", "who is a member of a topic"),
              Map.entry("locating", "which project is meant"),
              Map.entry("objecting", "how a breach of the WebSocket protocol is answered"),
              Map.entry("opening", "how a request for a socket is answered"),
              Map.entry("ponging", "how a ping is answered"),
              Map.entry("reading", "what a request over HTTP is taken for"),
              Map.entry("settling", "the settings of a project"),
              Map.entry("waiting", "how fragments are put together")));

  private Reach() {}

  /** What a fault would have to do inside of the server; empty where it needs not. */
  public static Optional<String> inside(Fault fault) {
    List<String> inside =
        fault.points().stream().flatMap(point -> Stream.ofNullable(INSIDE.get(point))).toList();
    return inside.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", inside));
  }
}
