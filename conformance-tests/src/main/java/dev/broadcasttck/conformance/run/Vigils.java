package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The vigils of a run: kept as long as the quota has room for their sockets, the oldest given up
 * first, and drained together at the end. Entered by many threads.
 */
final class Vigils {
  private final int sockets;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Vigil> kept = new ArrayDeque<>();
  private int open;

  /**
   * @param sockets how many may be open
   */
  Vigils(int sockets) {
    this.sockets = sockets;
  }

  /**
   * Takes a vigil in, and ends those that it takes the place of.
   *
   * @param ended hears what became of them, on this thread
   */
  void keep(Vigil vigil, Consumer<Result> ended) throws InterruptedException {
    enter(vigil);
    Optional<Vigil> surplus = leave(sockets);
    while (surplus.isPresent()) {
      ended.accept(surplus.get().end());
      surplus = leave(sockets);
    }
  }

  /**
   * Ends all, when each was watched for so long after its last forbidden message.
   *
   * @return how long that took
   */
  Duration drain(Duration wanted, Consumer<Result> ended) throws InterruptedException {
    long began = System.nanoTime();
    for (Vigil vigil : all()) {
      vigil.watch(vigil.remaining(wanted));
    }
    Optional<Vigil> next = leave(0);
    while (next.isPresent()) {
      ended.accept(next.get().end());
      next = leave(0);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Closes what is open, without a look: the run is being ended. */
  void giveUp() {
    all().forEach(vigil -> vigil.cast().close());
  }

  private void enter(Vigil vigil) {
    lock.lock();
    try {
      kept.addLast(vigil);
      open += vigil.sockets();
    } finally {
      lock.unlock();
    }
  }

  /** The oldest, taken out, if more sockets are open than allowed. */
  private Optional<Vigil> leave(int allowed) {
    lock.lock();
    try {
      if (open <= allowed || kept.isEmpty()) {
        return Optional.empty();
      }
      Vigil oldest = kept.removeFirst();
      open -= oldest.sockets();
      return Optional.of(oldest);
    } finally {
      lock.unlock();
    }
  }

  private List<Vigil> all() {
    lock.lock();
    try {
      return List.copyOf(kept);
    } finally {
      lock.unlock();
    }
  }
}
