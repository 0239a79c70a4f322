package dev.broadcasttck.mock.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final Timeline timeline =
      new Timeline(new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), delay -> {});

  @Test
  void theExactOneForgetsAfterASecond() {
    Meter meter = Meters.exact(timeline).events();
    meter.count(4);
    pass(999);
    meter.count(2);
    assertThat(meter.perSecond()).isEqualTo(6);
    pass(1);
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void theAveragedOneLetsABurstPassUntilItsNextLook() {
    Meter meter = Meters.averaged(timeline).events();
    meter.count(1);
    pass(10);
    meter.count(99);
    assertThat(meter.perSecond()).isEqualTo(0.2);
    pass(5000);
    assertThat(meter.perSecond()).isEqualTo(10.0);
    pass(5000);
    assertThat(meter.perSecond()).isEqualTo(100.0 / 3 / 5);
  }

  private void pass(long millis) {
    timeline.advance(Duration.ofMillis(millis));
  }
}
