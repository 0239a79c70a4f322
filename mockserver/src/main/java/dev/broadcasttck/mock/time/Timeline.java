package dev.broadcasttck.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What is to be done later, by a clock that may be moved; for one thread.
 *
 * <p>Since the clock may stand still, the alarm only says that it is worth a look.
 */
public final class Timeline implements Timers {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::due).thenComparingLong(Entry::number);

  private record Entry(Instant due, long number, Runnable task) {}

  private final MovableClock clock;
  private final Consumer<Duration> alarm;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
  private Optional<Instant> ringsAt = Optional.empty();
  private long numbers;

  /**
   * @param alarm is asked to have {@link #ring()} called in so much of the world's time
   */
  public Timeline(MovableClock clock, Consumer<Duration> alarm) {
    this.clock = clock;
    this.alarm = alarm;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Entry entry = new Entry(now().plus(delay), numbers++, task);
    entries.add(entry);
    setAlarm();
    return () -> entries.remove(entry);
  }

  /** Forgets all that was to be done, and how far the clock has been moved. */
  public void beginAgain() {
    entries.clear();
    clock.moveBack();
  }

  /** Does what is due. */
  public void ring() {
    ringsAt = Optional.empty();
    doUntil(now());
    setAlarm();
  }

  /** Moves the clock; what falls due on the way is done at its own time, in its order. */
  public void advance(Duration way) {
    Instant goal = now().plus(way);
    doUntil(goal);
    clock.moveTo(goal);
  }

  private void doUntil(Instant moment) {
    while (!entries.isEmpty() && !entries.element().due().isAfter(moment)) {
      Entry entry = entries.remove();
      clock.moveTo(entry.due());
      entry.task().run();
    }
  }

  private void setAlarm() {
    if (entries.isEmpty()) {
      return;
    }
    Instant due = entries.element().due();
    if (ringsAt.map(due::isBefore).orElse(true)) {
      ringsAt = Optional.of(due);
      Duration wait = Duration.between(now(), due);
      alarm.accept(wait.isNegative() ? Duration.ZERO : wait);
    }
  }
}
