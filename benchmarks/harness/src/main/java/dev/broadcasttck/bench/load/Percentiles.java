package dev.broadcasttck.bench.load;

import java.util.Arrays;

/** How long things took, in order. */
public final class Percentiles {
  private final long[] nanos;

  private Percentiles(long[] sorted) {
    this.nanos = sorted;
  }

  public static Percentiles of(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /**
   * The smallest value that so many are not above, in milliseconds: the nearest rank.
   *
   * @param percent above 0, up to 100
   */
  public double millis(double percent) {
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return nanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
