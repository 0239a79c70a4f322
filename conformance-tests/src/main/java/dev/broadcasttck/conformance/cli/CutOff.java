package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.verdict.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What ends a command while it works, be it Ctrl-C or a time limit: the command's thread is
 * interrupted, and the process does not end before the command has put things away.
 */
final class CutOff {
  /** What Unix shells call a process that ended by Ctrl-C. */
  static final int EXIT_CODE = 130;

  /** Longer than a run takes to close its sockets and to write its reports. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Optional<Duration> limit;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch putAway = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private boolean isSettled;
  private boolean isAsked;
  private boolean isTimedOut;

  private CutOff(Optional<Duration> limit) {
    this.limit = limit;
  }

  /** Something that stops in an orderly way when it is interrupted. */
  @FunctionalInterface
  interface Work {
    int exitCode() throws InterruptedException;
  }

  /** Work that says how it was ended. */
  @FunctionalInterface
  interface Reported {
    int exitCode(CutOff cutOff) throws InterruptedException;
  }

  /** Does the work, and gives back its exit code, or that of Ctrl-C. */
  static int guard(Work work) {
    return guard(Optional.empty(), cutOff -> work.exitCode());
  }

  /**
   * Does the work, and gives back its exit code, or that of Ctrl-C, or that of a time that is over.
   *
   * @param limit how long it may take
   */
  static int guard(Optional<Duration> limit, Reported work) {
    CutOff cutOff = new CutOff(limit);
    Runtime.getRuntime().addShutdownHook(new Thread(cutOff::endProcess, "tck-cut-off"));
    Timer timer = new Timer("tck-time-limit", true);
    limit.ifPresent(time -> timer.schedule(cutOff.timeOutTask(), time.toMillis()));
    try {
      return work.exitCode(cutOff);
    } catch (InterruptedException e) {
      return cutOff.isTimedOut() ? ExitCode.INCONCLUSIVE.code() : EXIT_CODE;
    } finally {
      timer.cancel();
      cutOff.putAway.countDown();
    }
  }

  /** From here on nothing interrupts the work any more: it writes down what there is. */
  void settle() {
    lock.lock();
    try {
      isSettled = true;
      boolean cameTooLate = Thread.interrupted();
      isTimedOut = isTimedOut && !cameTooLate;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The work goes on after something was written down.
   *
   * @throws InterruptedException if it was asked meanwhile to end
   */
  void resume() throws InterruptedException {
    lock.lock();
    try {
      isSettled = false;
      if (isAsked) {
        throw new InterruptedException("asked to end while reports were written");
      }
    } finally {
      lock.unlock();
    }
  }

  /** How the work was ended, to be said when it was. */
  Ending ending() {
    return isTimedOut()
        ? new Ending(
            limit.map(time -> "the time limit of " + words(time) + " was over"),
            Optional.of(ExitCode.INCONCLUSIVE.code()))
        : new Ending(Optional.of("the process was told to end"), Optional.empty());
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private boolean isTimedOut() {
    lock.lock();
    try {
      return isTimedOut;
    } finally {
      lock.unlock();
    }
  }

  private TimerTask timeOutTask() {
    return new TimerTask() {
      @Override
      public void run() {
        timeOut();
      }
    };
  }

  private void timeOut() {
    lock.lock();
    try {
      if (!isSettled) {
        isTimedOut = true;
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void endProcess() {
    if (putAway.getCount() == 0) {
      return;
    }
    interrupt();
    try {
      if (!putAway.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("tck: not everything could be closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void interrupt() {
    lock.lock();
    try {
      isAsked = true;
      if (!isSettled) {
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }
}
