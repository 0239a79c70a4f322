package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A reel that is being written, by any thread, and that remembers when it was looked at. */
final class LiveReel implements Reel {
  private static final int FIRST_LENGTH = 64;

  private final LongSupplier nanoClock;
  private final long began;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Glance> glances = new ArrayList<>();
  private Entry[] lines = new Entry[FIRST_LENGTH];
  private int length;

  LiveReel(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.began = nanoClock.getAsLong();
  }

  @Override
  public Entry append(String actor, Happening what) {
    lock.lock();
    try {
      Entry entry = new Entry(length, age(), actor, what);
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

  @Override
  public List<Entry> entries() {
    lock.lock();
    try {
      glance();
      return new Lines(lines, length);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Duration elapsed() {
    lock.lock();
    try {
      return glance().at();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException {
    lock.lock();
    try {
      glance();
      Optional<T> answer = watch(question, budget);
      glance();
      return answer;
    } finally {
      lock.unlock();
    }
  }

  /** Waits without a look that would be remembered. */
  <T> Optional<T> watch(Function<List<Entry>, Optional<T>> question, Duration budget)
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

  Duration age() {
    return Duration.ofNanos(nanoClock.getAsLong() - began);
  }

  /** Up to the last look: what came later was judged by nobody. */
  @Override
  public Take take() {
    lock.lock();
    try {
      int seen = glances.isEmpty() ? 0 : glances.get(glances.size() - 1).length();
      return new Take(List.copyOf(new Lines(lines, seen)), List.copyOf(glances));
    } finally {
      lock.unlock();
    }
  }

  private Glance glance() {
    Glance glance = new Glance(length, age());
    glances.add(glance);
    return glance;
  }
}
