package dev.broadcasttck.conformance.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One run of many.
 *
 * @param number from 1
 * @param seed of its order
 */
public record Attempt(int number, Weather weather, long seed) {
  /** So many, each in the next weather, each with the next seed. */
  public static List<Attempt> all(int runs, long seed, List<Weather> weathers) {
    return IntStream.range(0, runs)
        .mapToObj(i -> new Attempt(i + 1, weathers.get(i % weathers.size()), seed + i))
        .toList();
  }

  /** In an order of its own, the same for the same seed. */
  public <T> List<T> shuffled(List<T> items) {
    return shuffled(items, seed);
  }

  /** In the order that belongs to a seed. */
  public static <T> List<T> shuffled(List<T> items, long seed) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** {@code run 3: one-byte segments, seed 42}. */
  @Override
  public String toString() {
    return "run %d: %s, seed %d".formatted(number, weather, seed);
  }
}
