package dev.broadcasttck.conformance.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is ahead of another one, by as much as was said last. */
final class AheadClock extends Clock {
  private final Clock world;
  private volatile Duration ahead = Duration.ZERO;

  AheadClock(Clock world) {
    this.world = world;
  }

  void setAhead(Duration value) {
    ahead = value;
  }

  @Override
  public Instant instant() {
    return world.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return world.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(world.withZone(zone), ahead);
  }
}
