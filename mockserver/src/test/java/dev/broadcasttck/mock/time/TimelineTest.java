package dev.broadcasttck.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

  private final List<Duration> alarms = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final MovableClock clock = new MovableClock(Clock.fixed(START, ZoneOffset.UTC));
  private final Timeline timeline = new Timeline(clock, alarms::add);

  @Test
  void whatFallsDueIsDoneAtItsOwnTimeInItsOrder() {
    note(5);
    note(2);
    timeline.after(Duration.ofSeconds(3), () -> note(1));
    timeline.advance(Duration.ofSeconds(6));
    assertThat(done).containsExactly("2 s: 2", "4 s: 1", "5 s: 5");
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(6));
  }

  @Test
  void whatIsNotDueOrWasCancelledIsNotDone() {
    note(7);
    Timers.Timer cancelled = timeline.after(Duration.ofSeconds(1), () -> done.add("cancelled"));
    cancelled.cancel();
    timeline.advance(Duration.ofSeconds(6));
    assertThat(done).isEmpty();
  }

  @Test
  void theAlarmIsSetForTheNextThingOnly() {
    note(5);
    note(9);
    note(2);
    assertThat(alarms).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
    timeline.ring();
    assertThat(done).as("the clock stands still").isEmpty();
    assertThat(alarms).endsWith(Duration.ofSeconds(2));
  }

  private void note(int seconds) {
    timeline.after(
        Duration.ofSeconds(seconds),
        () -> done.add(Duration.between(START, timeline.now()).toSeconds() + " s: " + seconds));
  }
}
