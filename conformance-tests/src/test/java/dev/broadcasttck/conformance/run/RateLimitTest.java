package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void whatFitsInASecondPassesAtOnce() throws InterruptedException {
    RateLimit limit = new RateLimit(50, System::nanoTime);

    Duration took = time(limit, 50);

    assertThat(took).isLessThan(Duration.ofMillis(900));
  }

  @Test
  void theNextWaitsUntilASecondAfterTheFirst() throws InterruptedException {
    RateLimit limit = new RateLimit(5, System::nanoTime);

    Duration took = time(limit, 6);

    assertThat(took).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1900));
  }

  @Test
  void whatWeighsMoreThanASecondAllowsPassesAlone() throws InterruptedException {
    RateLimit limit = new RateLimit(3, System::nanoTime);

    limit.pass(7);

    assertThat(time(limit, 1)).isGreaterThan(Duration.ofMillis(500));
  }

  private static Duration time(RateLimit limit, int passes) throws InterruptedException {
    long began = System.nanoTime();
    for (int i = 0; i < passes; i++) {
      limit.pass(1);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
