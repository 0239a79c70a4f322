package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Everything that happened in one playing of a scenario, in one order, on all its sockets and in
 * all its clients. Only ever appended to.
 *
 * <p>Any thread may write. Whoever waits asks the tape a question, which sees all that came before
 * the question too, so nothing can be missed between two waits.
 */
public final class Tape {
  private final LongSupplier nanoClock;
  private final long began;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Entry> entries = new ArrayList<>();

  public Tape(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.began = nanoClock.getAsLong();
  }

  /** The time since the tape began. */
  public Duration elapsed() {
    return Duration.ofNanos(nanoClock.getAsLong() - began);
  }

  /** Writes a line, and wakes those who wait. */
  public Entry append(String actor, Happening what) {
    lock.lock();
    try {
      Entry entry = new Entry(entries.size(), elapsed(), actor, what);
      entries.add(entry);
      grown.signalAll();
      return entry;
    } finally {
      lock.unlock();
    }
  }

  /** All lines so far. */
  public List<Entry> entries() {
    lock.lock();
    try {
      return List.copyOf(entries);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks a question until it has an answer: at once, and again whenever the tape has grown.
   *
   * @param question gets all lines so far
   * @param budget how long to go on asking; spent only where no answer comes
   * @return the answer, or empty where the budget ran out
   * @throws InterruptedException if the run is being ended
   */
  public <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException {
    long remaining = budget.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<T> answer = question.apply(List.copyOf(entries));
        if (answer.isPresent() || remaining <= 0) {
          return answer;
        }
        remaining = grown.awaitNanos(remaining);
      }
    } finally {
      lock.unlock();
    }
  }
}
