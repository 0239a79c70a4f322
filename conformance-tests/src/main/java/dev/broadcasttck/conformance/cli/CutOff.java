package dev.broadcasttck.conformance.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command works: the command's thread is interrupted, and the process does not end
 * before the command has put things away.
 */
final class CutOff {
  /** What Unix shells call a process that ended by Ctrl-C. */
  static final int EXIT_CODE = 130;

  /** Longer than a run takes to close its sockets. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch putAway = new CountDownLatch(1);

  private CutOff() {}

  /** Something that stops in an orderly way when it is interrupted. */
  @FunctionalInterface
  interface Work {
    int exitCode() throws InterruptedException;
  }

  /** Does the work, and gives back its exit code, or that of Ctrl-C. */
  static int guard(Work work) {
    CutOff cutOff = new CutOff();
    Runtime.getRuntime().addShutdownHook(new Thread(cutOff::interrupt, "tck-cut-off"));
    try {
      return work.exitCode();
    } catch (InterruptedException e) {
      return EXIT_CODE;
    } finally {
      cutOff.putAway.countDown();
    }
  }

  private void interrupt() {
    if (putAway.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      if (!putAway.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("tck: not everything could be closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
