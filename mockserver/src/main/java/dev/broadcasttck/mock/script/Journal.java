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

/**
 * Everything that came to a server and left it, in one order. Only ever appended to.
 *
 * <p>Whoever waits asks a question, which sees all that came before the question too, so nothing
 * can be missed between two waits. Any thread may ask.
 */
public final class Journal {
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();

  public Journal(Clock clock) {
    this.clock = clock;
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
      Entry entry = new Entry(entries.size(), clock.instant(), event);
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
