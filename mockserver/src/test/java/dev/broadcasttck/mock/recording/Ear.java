package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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
    long remaining = budget.toNanos();
    lock.lock();
    try {
      while (!due.keySet().stream().allMatch(conn -> isPaid(conn, due))) {
        if (remaining <= 0 || due.keySet().stream().anyMatch(conn -> isBankrupt(conn, due))) {
          return false;
        }
        remaining = heardMore.awaitNanos(remaining);
      }
      return true;
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

  private boolean isPaid(String conn, Map<String, Integer> due) {
    return of(conn).size() >= due.getOrDefault(conn, 0);
  }

  private boolean isBankrupt(String conn, Map<String, Integer> due) {
    List<Answer> answers = of(conn);
    return !isPaid(conn, due)
        && !answers.isEmpty()
        && answers.get(answers.size() - 1) instanceof Closed;
  }

  private List<Answer> of(String conn) {
    return heard.getOrDefault(conn, List.of());
  }
}
