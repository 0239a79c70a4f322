package dev.broadcasttck.conformance.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** At most so many of something in any second. Used by many threads. */
final class RateLimit {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int perSecond;
  private final LongSupplier nanoClock;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition secondOver = lock.newCondition();
  private final Deque<Long> passedAt = new ArrayDeque<>();

  RateLimit(int perSecond, LongSupplier nanoClock) {
    this.perSecond = perSecond;
    this.nanoClock = nanoClock;
  }

  /**
   * Waits until the second that begins with the oldest of the last passes is over.
   *
   * @param weight how many pass together; at most what one second allows
   */
  void pass(int weight) throws InterruptedException {
    int places = Math.min(weight, perSecond);
    lock.lock();
    try {
      long remaining = remaining(places);
      while (remaining > 0) {
        secondOver.awaitNanos(remaining);
        remaining = remaining(places);
      }
      for (int i = 0; i < places; i++) {
        passedAt.addLast(nanoClock.getAsLong());
      }
    } finally {
      lock.unlock();
    }
  }

  private long remaining(int places) {
    long now = nanoClock.getAsLong();
    while (!passedAt.isEmpty() && now - passedAt.getFirst() >= SECOND) {
      passedAt.removeFirst();
    }
    boolean free = passedAt.size() + places <= perSecond;
    return free ? 0 : passedAt.getFirst() + SECOND - now;
  }
}
