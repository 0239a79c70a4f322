package dev.broadcasttck.bench.measure;

import java.util.concurrent.atomic.AtomicInteger;

/** Topics that nobody has used before. */
final class Topics {
  private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Topics() {}

  static String fresh() {
    return "realtime:bench-" + RUN + "-" + COUNT.incrementAndGet();
  }
}
