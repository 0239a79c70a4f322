package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The real server's meter, which lets bursts pass: it looks once a tick at what has been counted,
 * for the first time right after it was made, and says the average of its last looks (recordings
 * 13_rate_events_ws and 13b_rate_rest_fresh).
 */
final class AverageMeter implements Meter {
  private static final Duration FIRST_LOOK = Duration.ofMillis(10);
  private static final int LOOKS = 60;

  private final Timers timers;
  private final Duration tick;
  private final Deque<Integer> looks = new ArrayDeque<>();
  private Optional<Instant> nextLook = Optional.empty();
  private int count;

  AverageMeter(Timers timers, Duration tick) {
    this.timers = timers;
    this.tick = tick;
  }

  @Override
  public void count(int more) {
    look();
    count += more;
  }

  @Override
  public double perSecond() {
    look();
    double sum = looks.stream().mapToInt(Integer::intValue).sum();
    return looks.isEmpty() ? 0 : sum / looks.size() / tick.toSeconds();
  }

  private void look() {
    Instant now = timers.now();
    Instant next = nextLook.orElseGet(() -> now.plus(FIRST_LOOK));
    while (!next.isAfter(now)) {
      looks.addLast(count);
      count = 0;
      if (looks.size() > LOOKS) {
        looks.removeFirst();
      }
      next = next.plus(tick);
    }
    nextLook = Optional.of(next);
  }
}
