package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Faults by name, in the order in which they were entered. */
final class Catalogue {
  private final Map<String, Supplier<Fault>> faults = new LinkedHashMap<>();
  private final Map<String, String> excused = new LinkedHashMap<>();

  /**
   * Enters one that remembers nothing.
   *
   * @param violates the ids of the rules that it breaks, with spaces between
   */
  void enter(String name, String violates, Disturbance disturbance) {
    enter(name, violates, () -> disturbance);
  }

  /** Enters one that remembers, so that each server needs its own. */
  void enter(String name, String violates, Supplier<Disturbance> disturbance) {
    enter(name, Set.of(violates.split(" ")), disturbance);
  }

  void enter(String name, Set<String> violates, Supplier<Disturbance> disturbance) {
    if (faults.put(name, () -> new Fault(name, violates, disturbance.get())) != null) {
      throw new IllegalArgumentException("there are two faults " + name);
    }
  }

  /** Says why a rule has no fault. */
  void excuse(String rule, String reason) {
    excused.put(rule, reason);
  }

  Map<String, String> excused() {
    return Map.copyOf(excused);
  }

  Optional<Fault> named(String name) {
    return Optional.ofNullable(faults.get(name)).map(Supplier::get);
  }

  List<String> names() {
    return List.copyOf(faults.keySet());
  }
}
