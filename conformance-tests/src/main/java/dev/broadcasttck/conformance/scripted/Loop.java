package dev.broadcasttck.conformance.scripted;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread on which all clients of a driver live, so that none of their state needs a lock.
 * Nothing that runs here waits; what comes after {@link #close} is dropped.
 */
final class Loop implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final ScheduledThreadPoolExecutor thread;
  private final Consumer<String> uncaught;

  private Loop(ScheduledThreadPoolExecutor thread, Consumer<String> uncaught) {
    this.thread = thread;
    this.uncaught = uncaught;
  }

  static Loop start() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(1, Loop::thread, new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    return new Loop(thread, text -> {});
  }

  /** The same thread; errors that escape from what is run through this are told. */
  Loop telling(Consumer<String> listener) {
    return new Loop(thread, listener);
  }

  void run(Runnable task) {
    thread.execute(guarded(task));
  }

  /** A limit on waiting: completes what is still pending then. */
  Future<?> after(Duration delay, Runnable task) {
    return thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  Future<?> every(Duration period, Runnable task) {
    return thread.scheduleAtFixedRate(
        guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What was to run at once still runs; what was to run later does not. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("something on the clients' thread does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        uncaught.accept(e.toString());
      }
    };
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tck-scripted-client");
    thread.setDaemon(true);
    return thread;
  }
}
