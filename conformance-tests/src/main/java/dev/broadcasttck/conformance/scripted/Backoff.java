package dev.broadcasttck.conformance.scripted;

import java.time.Duration;

/** How long to wait before the next attempt: longer after each one that came to nothing. */
final class Backoff {
  private static final int[] MULTIPLES = {1, 2, 5, 10};
  private static final Duration STORM = Duration.ofMillis(1);

  private final Duration first;
  private int attempts;

  private Backoff(Duration first) {
    this.first = first;
  }

  static Backoff from(Duration first) {
    return new Backoff(first);
  }

  /** As a client does that does not care for its server. */
  static Backoff none() {
    return new Backoff(STORM);
  }

  Duration next() {
    if (first.equals(STORM)) {
      return STORM;
    }
    int multiple = MULTIPLES[Math.min(attempts, MULTIPLES.length - 1)];
    attempts++;
    return first.multipliedBy(multiple);
  }

  void reset() {
    attempts = 0;
  }
}
