package dev.broadcasttck.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagTest {
  @Test
  void aBarrierThatAlwaysComesLaterIsSound() {
    Lag lag = Lag.UNKNOWN.with(entry(1, 10), entry(2, 11)).with(entry(3, 20), entry(4, 20));

    assertThat(lag).isEqualTo(new Lag(2, 0, Duration.ZERO, ""));
    assertThat(lag.isSound()).isTrue();
  }

  @Test
  void whatOvertookOnceIsSoundNoMoreAndTheWorstCounts() {
    Lag lag =
        Lag.UNKNOWN
            .with(entry(2, 13), entry(1, 10))
            .with(entry(4, 27), entry(3, 20))
            .with(entry(6, 31), entry(5, 30))
            .with(entry(7, 40), entry(8, 41));

    assertThat(lag).isEqualTo(new Lag(4, 3, Duration.ofMillis(7), ""));
    assertThat(lag.isSound()).isFalse();
    assertThat(lag.window()).isEqualTo(Duration.ofMillis(71));
    assertThat(lag.weakness()).isEqualTo("it overtook 3 of 4 legal messages, by up to 7 ms");
  }

  @Test
  void whatWasNeverMeasuredIsNotSound() {
    assertThat(Lag.UNKNOWN.isMeasured()).isFalse();
    assertThat(Lag.UNKNOWN.isSound()).isFalse();
    assertThat(Lag.UNKNOWN.weakness()).contains("never came");
  }

  @Test
  void nothingComesAfterItself() {
    assertThat(Lag.UNKNOWN.with(entry(1, 10), entry(1, 10)).isSound()).isFalse();
  }

  @Test
  void whatNeedsNoMeasuringIsSound() {
    assertThat(Lag.SELF_EVIDENT.isSound()).isTrue();
  }

  @Test
  void doubtOutweighsWhatWasSeenAndStays() {
    Lag lag = Lag.SELF_EVIDENT.doubted("ORDER-1 was broken");

    assertThat(lag.isSound()).isFalse();
    assertThat(lag.weakness()).isEqualTo("ORDER-1 was broken");
    assertThat(lag.with(entry(1, 1), entry(2, 2)).isSound()).isFalse();
    assertThat(lag.with(entry(2, 2), entry(1, 1)).weakness()).isEqualTo("ORDER-1 was broken");
  }

  private static Entry entry(int number, int millis) {
    return new Entry(number, Duration.ofMillis(millis), "alice", new StatusSaid("a", "SUBSCRIBED"));
  }
}
