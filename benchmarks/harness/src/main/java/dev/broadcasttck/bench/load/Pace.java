package dev.broadcasttck.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Broadcasts at a fixed rate, and how long each took to reach each hearer, from the moment at which
 * it was due: a generator or server that falls behind does not hide it.
 */
public record Pace(Percentiles latencies) {
  /** Until that long before a broadcast is due, the generator waits for arrivals; then it looks. */
  private static final long CLOSE_BY = 2_000_000;

  private static final int NANOS_IN_MILLI = 1_000_000;

  /** Sends for that long, and waits until all has arrived. */
  public static Pace measure(Crowd crowd, int perSecond, Duration time) {
    int count = (int) (perSecond * time.toMillis() / 1_000);
    long[] due = new long[count];
    long[] latencies = new long[count * crowd.hearers()];
    int before = crowd.leastHeard();
    int[] taken = {0};
    crowd.tell(
        (first, arrived) -> {
          long now = System.nanoTime();
          for (int i = first; i < first + arrived; i++) {
            latencies[taken[0]++] = now - due[i - before];
          }
        });
    try {
      send(crowd, due, 1_000_000_000L / perSecond);
      crowd.await(() -> taken[0] == latencies.length, count + " broadcasts to everybody");
    } catch (IOException e) {
      throw new Broken("a connection broke: " + e.getMessage());
    } finally {
      crowd.tell(Crowd.Arrivals.NOBODY);
    }
    return new Pace(Percentiles.of(latencies));
  }

  private static void send(Crowd crowd, long[] due, long step) throws IOException {
    long start = System.nanoTime() + step;
    for (int i = 0; i < due.length; i++) {
      due[i] = start + i * step;
      ByteBuffer frame = ByteBuffer.wrap(crowd.broadcast(i));
      while (System.nanoTime() < due[i]) {
        long left = due[i] - System.nanoTime();
        crowd.turn(left > CLOSE_BY ? (left - CLOSE_BY) / NANOS_IN_MILLI : 0);
      }
      while (!crowd.sender().push()) {
        crowd.turn(1);
      }
      crowd.sender().send(frame);
    }
  }
}
