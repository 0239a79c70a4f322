package dev.broadcasttck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.corpus.Corpora;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the proxy adds to a round trip at the mock, with the lint reading along. */
class LatencyTest {
  private static final int ROUNDS = 10;
  private static final int BEATS = 200;

  /** Of some rounds the best: whatever else this machine does adds to the others. */
  @Test
  void atTheMedianItIsLessThanAMillisecond() throws Exception {
    LintLog log = new LintLog(Corpora.bundledRules(), finding -> {});
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = FaultProxy.builder().upstream(mock.url()).admin().reader(log).start();
        Talk direct = Talk.open(mock.url(), mock.anonKey());
        Talk proxied = Talk.open(proxy.url(), mock.anonKey())) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        least = Math.min(least, medianNanos(proxied) - medianNanos(direct));
      }

      assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(1));
    }
  }

  private static long medianNanos(Talk talk) throws InterruptedException {
    long[] nanos = new long[BEATS];
    for (int beat : IntStream.range(0, BEATS).toArray()) {
      long before = System.nanoTime();
      talk.beat();
      nanos[beat] = System.nanoTime() - before;
    }
    return IntStream.range(0, BEATS)
        .mapToLong(it -> nanos[it])
        .sorted()
        .skip(BEATS / 2)
        .findFirst()
        .orElseThrow();
  }
}
