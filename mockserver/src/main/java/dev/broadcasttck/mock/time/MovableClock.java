package dev.broadcasttck.mock.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Another clock's time, and what it has been moved ahead; readable from any thread. */
public final class MovableClock extends Clock {
  private final Clock clock;
  private final AtomicReference<Duration> ahead;

  public MovableClock(Clock clock) {
    this(clock, new AtomicReference<>(Duration.ZERO));
  }

  private MovableClock(Clock clock, AtomicReference<Duration> ahead) {
    this.clock = clock;
    this.ahead = ahead;
  }

  /** Moves on to a moment; one that is past already changes nothing. */
  void moveTo(Instant moment) {
    Duration missing = Duration.between(instant(), moment);
    if (!missing.isNegative()) {
      ahead.updateAndGet(missing::plus);
    }
  }

  /** How far it has been moved. */
  public Duration ahead() {
    return Duration.ZERO.plus(ahead.get());
  }

  /** Shows the other clock's time again. */
  void moveBack() {
    ahead.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(clock.withZone(zone), ahead);
  }
}
