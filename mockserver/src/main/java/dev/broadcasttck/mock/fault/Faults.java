package dev.broadcasttck.mock.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The catalogue of faults, by name. */
public final class Faults {
  private static final Map<String, Supplier<Fault>> CATALOGUE = new LinkedHashMap<>();

  static {
    enter("ECHO_ALWAYS", Set.of("SELF-1"), EchoAlways::new);
    enter("ACK_MISSING", Set.of("ACK-1"), AckMissing::new);
    enter("EVENT_RENAMED", Set.of("FILTER-2"), EventRenamed::new);
    enter("REST_DEAF", Set.of("REST-1"), RestDeaf::new);
  }

  private Faults() {}

  private static void enter(String name, Set<String> violates, Supplier<Disturbance> disturbance) {
    CATALOGUE.put(name, () -> new Fault(name, violates, disturbance.get()));
  }

  /** A fault of that name that has not been active yet. */
  public static Optional<Fault> named(String name) {
    return Optional.ofNullable(CATALOGUE.get(name)).map(Supplier::get);
  }

  public static List<String> names() {
    return List.copyOf(CATALOGUE.keySet());
  }
}
