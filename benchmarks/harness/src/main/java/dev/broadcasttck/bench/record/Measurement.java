package dev.broadcasttck.bench.record;

import java.util.List;

/**
 * What was measured of one server, once in each round.
 *
 * @param server its name
 * @param scenario in which situation, such as {@code fan-out to 100, V1}
 * @param quantity what, with its unit
 */
public record Measurement(String server, String scenario, String quantity, List<Double> values) {
  /** The value in the middle; of an even number, the mean of the two. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  boolean isOf(Measurement other) {
    return server.equals(other.server)
        && scenario.equals(other.scenario)
        && quantity.equals(other.quantity);
  }
}
