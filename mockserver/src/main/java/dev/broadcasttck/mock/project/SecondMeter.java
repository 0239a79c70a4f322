package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.time.Timers;
import java.time.Duration;
import java.time.Instant;

/** A meter that counts from the first thing that happens on, and anew after a second. */
final class SecondMeter implements Meter {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Timers timers;
  private Instant start = Instant.MIN;
  private int count;

  SecondMeter(Timers timers) {
    this.timers = timers;
  }

  @Override
  public void count(int more) {
    if (isOver()) {
      start = timers.now();
      count = 0;
    }
    count += more;
  }

  @Override
  public double perSecond() {
    return isOver() ? 0 : count;
  }

  private boolean isOver() {
    return !timers.now().minus(SECOND).isBefore(start);
  }
}
