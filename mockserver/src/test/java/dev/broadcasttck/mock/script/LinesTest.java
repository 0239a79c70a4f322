package dev.broadcasttck.mock.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final Lines lines = new Lines();

  @Test
  void keepsTheNewestLinesHoweverManyAreForgotten() {
    add(0, 100);
    for (int next = 100; next < 1_000; next++) {
      add(next, next + 1);
      assertThat(lines.forgetOldest().number()).isEqualTo(next - 100);
      assertThat(lines.size()).isEqualTo(100);
      assertThat(lines.all().get(0).number()).isEqualTo(next - 99);
      assertThat(lines.all().get(99).number()).isEqualTo(next);
    }
  }

  @Test
  void findsALineByItsNumber() {
    add(0, 20);
    lines.forgetOldest();
    lines.forgetOldest();

    assertThat(numbers(lines.since(17))).containsExactly(17, 18, 19);
    assertThat(numbers(lines.since(0))).startsWith(2).hasSize(18);
    assertThat(lines.since(20)).isEmpty();
  }

  @Test
  void hasNothingWhenAllIsForgotten() {
    add(0, 1);
    lines.forgetOldest();
    assertThat(lines.all()).isEmpty();
    assertThat(lines.since(5)).isEmpty();
  }

  private void add(int from, int to) {
    IntStream.range(from, to)
        .forEach(number -> lines.add(new Entry(number, Instant.EPOCH, new Event.Ended(1))));
  }

  private static List<Integer> numbers(List<Entry> entries) {
    return entries.stream().map(Entry::number).toList();
  }
}
