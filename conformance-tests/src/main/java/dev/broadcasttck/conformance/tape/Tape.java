package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
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
  private static final int FIRST_LENGTH = 64;

  private final LongSupplier nanoClock;
  private final long began;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private Entry[] lines = new Entry[FIRST_LENGTH];
  private int length;

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
      Entry entry = new Entry(length, elapsed(), actor, what);
      if (length == lines.length) {
        lines = Arrays.copyOf(lines, 2 * length);
      }
      lines[length++] = entry;
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
      return new Lines(lines, length);
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
        Optional<T> answer = question.apply(new Lines(lines, length));
        if (answer.isPresent() || remaining <= 0) {
          return answer;
        }
        remaining = grown.awaitNanos(remaining);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The first lines of a tape. They are never written again, so this needs no copy, although the
   * tape goes on behind it.
   */
  private static final class Lines extends AbstractList<Entry> implements RandomAccess {
    private final Entry[] lines;
    private final int length;

    private Lines(Entry[] lines, int length) {
      this.lines = lines;
      this.length = length;
    }

    @Override
    public Entry get(int index) {
      return lines[Objects.checkIndex(index, length)];
    }

    @Override
    public int size() {
      return length;
    }
  }
}
