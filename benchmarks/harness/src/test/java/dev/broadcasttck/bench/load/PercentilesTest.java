package dev.broadcasttck.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  private final Percentiles hundred =
      Percentiles.of(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());

  @Test
  void aPercentileIsTheNearestRank() {
    assertThat(hundred.millis(50)).isEqualTo(50);
    assertThat(hundred.millis(99)).isEqualTo(99);
    assertThat(hundred.millis(100)).isEqualTo(100);
  }

  @Test
  void ofThreeValuesTheLastIsTheNinetyNinth() {
    assertThat(Percentiles.of(new long[] {3_000_000, 1_000_000, 2_000_000}).millis(99))
        .isEqualTo(3);
    assertThat(Percentiles.of(new long[] {3_000_000, 1_000_000, 2_000_000}).millis(50))
        .isEqualTo(2);
  }

  @Test
  void nothingHasNoPercentile() {
    assertThatThrownBy(() -> Percentiles.of(new long[0])).hasMessage("nothing was measured");
  }
}
