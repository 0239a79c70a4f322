package dev.broadcasttck.mock.critic;

import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * From where a critic follows a journal, at its own pace and in a thread of its own, so that nobody
 * waits for it. What it remarked can be asked for by any thread.
 *
 * <p>On a busy server it reads but some lines now and then, so that it takes no time from the
 * server; whoever asks has it read on to the end. What was forgotten meanwhile is counted.
 */
public final class Gallery implements AutoCloseable {
  private static final int AT_ONCE = 500;
  private static final int KEPT = 1_000;

  /** So often it looks at what comes, unless somebody asks. */
  private static final Duration PACE = Duration.ofMillis(10);

  /** More than the lines that a journal keeps which forgets. */
  private static final int TIMES = 32_768;

  private final Journal journal;
  private final Supplier<Critic> making;
  private final long began = System.nanoTime();
  private final AtomicLongArray times = new AtomicLongArray(TIMES);
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private final List<Finding> findings = new ArrayList<>();
  private List<Chapter> chapters = List.of();

  /** When it was last told that there is something to read; for the server's thread. */
  private long told = began;

  private int found;
  private int next;
  private int missed;
  private volatile boolean asked;
  private volatile boolean closed;

  /**
   * A remark, numbered from 0.
   *
   * @param entry the number of the journal's line
   */
  public record Finding(int number, int entry, Remark remark) {}

  /**
   * What there is to tell.
   *
   * @param findings the ones that are kept
   * @param next the number that the next one will have
   * @param read up to which line the journal has been read
   * @param missed how many lines were forgotten before they were read
   */
  public record Notes(
      List<Finding> findings, List<Chapter> chapters, int next, int read, int missed) {}

  private Gallery(Journal journal, Supplier<Critic> making) {
    this.journal = journal;
    this.making = making;
    this.thread = new Thread(this::follow, "broadcast-mock-critic");
    thread.setDaemon(true);
  }

  /**
   * Begins to follow.
   *
   * @param making makes the critic, in its own thread too: to know the rules takes longer than to
   *     start a server
   */
  public static Gallery open(Journal journal, Supplier<Critic> making) {
    Gallery gallery = new Gallery(journal, making);
    journal.follow(gallery::happened);
    gallery.thread.start();
    return gallery;
  }

  /** Does no more than to remember the time, for the server's own thread calls it. */
  private void happened(Entry entry) {
    long now = System.nanoTime();
    times.set(entry.number() % TIMES, now);
    if (now - told > PACE.toNanos()) {
      told = now;
      call();
    }
  }

  private void call() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private void follow() {
    Critic critic = making.get();
    note(critic, 0, 0, List.of());
    try {
      while (!closed) {
        news.acquire();
        news.drainPermits();
        readOn(critic);
      }
    } catch (InterruptedException over) {
      closed = true;
    }
  }

  private void readOn(Critic critic) {
    boolean toTheEnd = asked;
    asked = false;
    Page page;
    do {
      page = journal.page(next, AT_ONCE, entry -> true);
      read(critic, page);
    } while (toTheEnd && page.more() && !closed);
  }

  private void read(Critic critic, Page page) {
    int lost = Math.max(0, page.oldest() - next);
    if (lost > 0) {
      critic.loseThread();
    }
    List<Finding> fresh = new ArrayList<>();
    for (Entry entry : page.entries()) {
      Duration at = Duration.ofNanos(Math.max(0, times.get(entry.number() % TIMES) - began));
      for (Remark remark : critic.read(entry, at)) {
        fresh.add(new Finding(found + fresh.size(), entry.number(), remark));
      }
    }
    note(critic, page.next(), lost, fresh);
  }

  private synchronized void note(Critic critic, int readUpTo, int lost, List<Finding> fresh) {
    findings.addAll(fresh);
    findings.subList(0, Math.max(0, findings.size() - KEPT)).clear();
    found += fresh.size();
    missed += lost;
    next = readUpTo;
    chapters = critic.chapters();
  }

  /** What there is by now, and has it read on; no chapters before the critic has come. */
  public Notes notes() {
    asked = true;
    call();
    return written();
  }

  private synchronized Notes written() {
    return new Notes(List.copyOf(findings), chapters, found, next, missed);
  }

  /** Ends the thread, and returns when it has ended. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
