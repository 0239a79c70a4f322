package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Everything that came from the server so far, by connection. Any thread may write. */
final class Ear {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heardMore = lock.newCondition();
  private final Map<String, List<Answer>> heard = new HashMap<>();

  void hear(String conn, Answer answer) {
    lock.lock();
    try {
      heard.computeIfAbsent(conn, name -> new ArrayList<>()).add(answer);
      heardMore.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until each connection has answered at least so many times.
   *
   * @return whether they did, before the budget was spent or a connection ended short of its number
   */
  boolean heardAtLeast(Map<String, Integer> due, Duration budget) throws InterruptedException {
    lock.lock();
    try {
      await(() -> allHavePaid(due) || oneIsBankrupt(due), budget);
      return allHavePaid(due);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing more can come from any of these connections, or the budget is spent. */
  void heardTheEndOf(Set<String> conns, Duration budget) throws InterruptedException {
    lock.lock();
    try {
      await(() -> conns.stream().allMatch(this::hasEnded), budget);
    } finally {
      lock.unlock();
    }
  }

  Map<String, List<Answer>> everything() {
    lock.lock();
    try {
      Map<String, List<Answer>> copy = new HashMap<>();
      heard.forEach((conn, answers) -> copy.put(conn, List.copyOf(answers)));
      return Map.copyOf(copy);
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier condition, Duration budget) throws InterruptedException {
    long remaining = budget.toNanos();
    while (!condition.getAsBoolean() && remaining > 0) {
      remaining = heardMore.awaitNanos(remaining);
    }
  }

  private boolean allHavePaid(Map<String, Integer> due) {
    return due.keySet().stream().allMatch(conn -> hasPaid(conn, due));
  }

  private boolean oneIsBankrupt(Map<String, Integer> due) {
    return due.keySet().stream().anyMatch(conn -> hasEnded(conn) && !hasPaid(conn, due));
  }

  private boolean hasPaid(String conn, Map<String, Integer> due) {
    return of(conn).size() >= due.getOrDefault(conn, 0);
  }

  private boolean hasEnded(String conn) {
    List<Answer> answers = of(conn);
    return !answers.isEmpty() && answers.get(answers.size() - 1).isLast();
  }

  private List<Answer> of(String conn) {
    return heard.getOrDefault(conn, List.of());
  }
}
