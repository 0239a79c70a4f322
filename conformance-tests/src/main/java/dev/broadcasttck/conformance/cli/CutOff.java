package dev.broadcasttck.conformance.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command works: the command's thread is interrupted, and the process does not end
 * before the command has put things away.
 */
final class CutOff implements AutoCloseable {
  /** What Unix shells call a process that ended by Ctrl-C. */
  static final int EXIT_CODE = 130;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch putAway = new CountDownLatch(1);

  CutOff() {
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(worker), "tck-cut-off"));
  }

  private void interrupt(Thread worker) {
    if (putAway.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      putAway.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is put away: from now on the process may end. */
  @Override
  public void close() {
    putAway.countDown();
  }
}
