package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of calamities, by name. They break no rule, since a network or a gateway may do so
 * to the best of servers; a client has to live with them.
 */
public final class Calamities {
  private record Calamity(String about, Disturbance disturbance) {}

  private static final Map<String, Calamity> CATALOGUE = new LinkedHashMap<>();

  static {
    Ends.enter();
    Partings.enter();
    Writings.enter();
    BrokenFrames.enter();
    Upgrades.enter();
    Requests.enter();
  }

  private Calamities() {}

  static void enter(String name, String about, Disturbance disturbance) {
    if (CATALOGUE.put(name, new Calamity(about, disturbance)) != null) {
      throw new IllegalArgumentException("there are two calamities " + name);
    }
  }

  /** One of that name that has not befallen anybody yet. */
  public static Optional<Fault> named(String name) {
    return Optional.ofNullable(CATALOGUE.get(name))
        .map(it -> new Fault(name, Set.of(), it.disturbance()));
  }

  /** What they are called, in capitals. */
  public static List<String> names() {
    return List.copyOf(CATALOGUE.keySet());
  }

  /** A sentence about one of that name. */
  public static Optional<String> about(String name) {
    return Optional.ofNullable(CATALOGUE.get(name)).map(Calamity::about);
  }
}
