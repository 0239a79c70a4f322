package dev.broadcasttck.conformance.shard;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.run.Playing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static final int PARTS = 7;
  private static final List<Playing> ALL =
      IntStream.range(0, 100)
          .mapToObj(i -> new Playing(Cases.scenario("SELF-1/number-" + i), V1))
          .toList();

  @Test
  void eachPlayingIsInOnePartAndPartsAreEqual() {
    List<List<Playing>> parts = parts(ALL);

    assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(parts).allSatisfy(part -> assertThat(part.size()).isBetween(14, 15));
  }

  @Test
  void aPartIsTheSameEachTimeAndKeepsTheOrder() {
    List<Playing> part = new Shard(2, PARTS).of(ALL);

    assertThat(new Shard(2, PARTS).of(ALL)).isEqualTo(part);
    assertThat(part).isSortedAccordingTo((a, b) -> ALL.indexOf(a) - ALL.indexOf(b));
  }

  @Test
  void fewPlayingsChangeTheirPartWhenOneIsAdded() {
    List<Playing> more = new ArrayList<>(ALL);
    more.add(0, new Playing(Cases.scenario("SELF-1/a-new-one"), V1));

    long moved =
        IntStream.range(0, PARTS)
            .mapToLong(
                i ->
                    parts(ALL).get(i).stream()
                        .filter(it -> !parts(more).get(i).contains(it))
                        .count())
            .sum();
    assertThat(moved).isLessThan(ALL.size() / 10);
  }

  @Test
  void smokeIsInEveryPart() {
    Playing smoke = new Playing(Cases.scenario("SMOKE-1/it-works", "smoke"), V1);
    List<Playing> more = Stream.concat(Stream.of(smoke), ALL.stream()).toList();

    assertThat(parts(more)).allSatisfy(part -> assertThat(part.get(0)).isEqualTo(smoke));
    assertThat(new Shard(1, PARTS).note(more).path("everywhere").get(0).asString())
        .isEqualTo("SMOKE-1/it-works");
  }

  private static List<List<Playing>> parts(List<Playing> playings) {
    return IntStream.rangeClosed(1, PARTS).mapToObj(k -> new Shard(k, PARTS).of(playings)).toList();
  }
}
