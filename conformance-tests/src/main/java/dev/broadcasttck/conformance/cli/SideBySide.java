package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Parts of a run that go on at the same time. Whoever listens hears of all of them on the one
 * thread that waits for their end.
 */
final class SideBySide {
  /** How long the parts may take to close their sockets when a run is ended. */
  private static final Duration CURTAIN = Duration.ofSeconds(10);

  private final RunListener listener;

  /** What came of playings, in the order of their ending; nothing where a part is over. */
  private final BlockingQueue<Optional<Result>> news = new LinkedBlockingQueue<>();

  /** One of them. */
  @FunctionalInterface
  interface Part {
    Outcome play(RunListener reports) throws InterruptedException;
  }

  SideBySide(RunListener listener) {
    this.listener = listener;
  }

  /**
   * Plays all.
   *
   * @return what came of each, in their order
   * @throws InterruptedException if the run is being ended
   */
  List<Outcome> play(List<Part> parts) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size(), SideBySide::thread);
    try {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      parts.forEach(part -> outcomes.add(threads.submit(() -> played(part))));
      tell(parts.size());
      return ended(outcomes);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      threads.awaitTermination(CURTAIN.toMillis(), TimeUnit.MILLISECONDS);
      throw e;
    } finally {
      threads.shutdownNow();
    }
  }

  private Outcome played(Part part) throws InterruptedException {
    try {
      return part.play(new Reporter());
    } finally {
      news.add(Optional.empty());
    }
  }

  private void tell(int parts) throws InterruptedException {
    int over = 0;
    while (over < parts) {
      Optional<Result> next = news.take();
      next.ifPresent(listener::finished);
      over += next.isEmpty() ? 1 : 0;
    }
  }

  private static List<Outcome> ended(List<Future<Outcome>> outcomes) throws InterruptedException {
    List<Outcome> ended = new ArrayList<>();
    for (Future<Outcome> outcome : outcomes) {
      ended.add(ended(outcome));
    }
    return ended;
  }

  /** What came of it; where that was an error, it is thrown here as it was there. */
  static <T> T ended(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a part of a run ended: " + e.getCause(), e.getCause());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tck-part");
    thread.setDaemon(true);
    return thread;
  }

  /** What a part tells, from any of its threads; how many there are is known already. */
  private final class Reporter implements RunListener {
    @Override
    public void started(Playing playing) {
      listener.started(playing);
    }

    @Override
    public void finished(Result result) {
      news.add(Optional.of(result));
    }
  }
}
