package dev.broadcasttck.conformance.proxy;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where readers read along on a thread of their own, in the order of what passed, so that nobody
 * waits for them unless they are thousands of entries behind.
 */
final class ReadingRoom implements AutoCloseable {
  private static final int LONGEST_QUEUE = 10_000;
  private static final int SECONDS_TO_END = 10;

  private final List<FaultProxy.Reader> readers;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(LONGEST_QUEUE),
          task -> {
            Thread made = new Thread(task, "tck-proxy-readers");
            made.setDaemon(true);
            return made;
          },
          ReadingRoom::wait);

  ReadingRoom(List<FaultProxy.Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** What comes after the end is not read. */
  private static void wait(Runnable task, ThreadPoolExecutor executor) {
    try {
      if (!executor.isShutdown()) {
        executor.getQueue().put(task);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void read(Consumer<FaultProxy.Reader> entry) {
    if (!readers.isEmpty()) {
      thread.execute(() -> readers.forEach(entry));
    }
  }

  /** Ends when all has been read. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
