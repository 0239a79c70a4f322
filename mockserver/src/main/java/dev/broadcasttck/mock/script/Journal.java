package dev.broadcasttck.mock.script;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everything that came to a server and left it, in one order. Only ever appended to; one that is
 * not to keep everything forgets its oldest lines.
 *
 * <p>Whoever waits asks a question, which sees all that came before the question too, so nothing
 * can be missed between two waits. Any thread may ask.
 */
public final class Journal {
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Retention retention;
  private final Lines entries = new Lines();
  private int next;
  private long bytes;
  private final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();

  /** One that keeps everything. */
  public Journal(Clock clock) {
    this(clock, Retention.EVERYTHING);
  }

  /** One that keeps so much. */
  public Journal(Clock clock, Retention retention) {
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * Has somebody told of each line from now on, on the server's own thread and before anything
   * follows from it; must not wait.
   */
  public void follow(Consumer<Entry> follower) {
    followers.add(follower);
  }

  /** Writes a line; called by the server's one thread only. */
  Entry append(Event event) {
    Entry entry = write(event);
    followers.forEach(follower -> follower.accept(entry));
    return entry;
  }

  private Entry write(Event event) {
    lock.lock();
    try {
      Entry entry = new Entry(next++, clock.instant(), event);
      entries.add(entry);
      bytes += event.bytes();
      forget();
      grown.signalAll();
      return entry;
    } finally {
      lock.unlock();
    }
  }

  private void forget() {
    while (entries.size() > retention.lines()
        || (bytes > retention.bytes() && entries.size() > 1)) {
      bytes -= entries.forgetOldest().event().bytes();
    }
  }

  /** All lines that are kept. */
  public List<Entry> entries() {
    lock.lock();
    try {
      return List.copyOf(entries.all());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Some lines of it.
   *
   * @param since the first number that is of interest
   * @param limit of how many lines, at least 1
   */
  public Page page(int since, int limit, Predicate<Entry> which) {
    lock.lock();
    try {
      List<Entry> chosen = new ArrayList<>();
      for (Entry entry : entries.since(since)) {
        if (which.test(entry)) {
          if (chosen.size() == limit) {
            return new Page(chosen, oldest(), chosen.get(limit - 1).number() + 1, true);
          }
          chosen.add(entry);
        }
      }
      return new Page(chosen, oldest(), next, false);
    } finally {
      lock.unlock();
    }
  }

  private int oldest() {
    return next - entries.size();
  }

  /**
   * Asks a question until it has an answer: at once, and again whenever the journal has grown.
   *
   * @return the answer, or empty where the budget ran out
   */
  public <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException {
    long remaining = budget.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<T> answer = question.apply(List.copyOf(entries.all()));
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
