package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Playings that have a process of the library to themselves, some at a time. A process is kept for
 * the next one as long as nothing has escaped in it; where something escapes in one that was kept,
 * it may be of the one before, and is looked for again in a new process.
 */
final class Solos implements AutoCloseable {
  /** How long playings may take to close their sockets when a run is ended. */
  private static final Duration CURTAIN = Duration.ofSeconds(5);

  private final Supplier<Driver> fresh;
  private final Function<Driver, Run> runs;
  private final ExecutorService stages;

  /** Processes are started one by one: each keeps a processor busy until it is there. */
  private final Semaphore start = new Semaphore(1, true);

  private final Queue<Driver> kept = new ConcurrentLinkedQueue<>();

  /**
   * None so far.
   *
   * @param processes how many there may be at the same time
   * @param fresh starts one
   * @param runs what plays with it
   */
  Solos(int processes, Supplier<Driver> fresh, Function<Driver, Run> runs) {
    this.fresh = fresh;
    this.runs = runs;
    this.stages = Executors.newFixedThreadPool(processes, Solos::thread);
  }

  /** What escapes from a library, or ends its process, is nobody's in particular in a crowd. */
  static boolean isSuspect(Result result) {
    return result.tape().stream().anyMatch(entry -> entry.what() instanceof UncaughtSaid);
  }

  /**
   * Plays, when it is its turn.
   *
   * @param heard hears what came of it, on a thread of its own
   */
  Future<Result> play(Playing playing, Consumer<Result> heard) {
    return stages.submit(() -> told(inKept(playing), heard));
  }

  /** The same in a process in which nothing was played before. */
  Future<Result> playAfresh(Playing playing, Consumer<Result> heard) {
    return stages.submit(() -> told(inNew(playing), heard));
  }

  private static Result told(Result result, Consumer<Result> heard) {
    heard.accept(result);
    return result;
  }

  private Result inKept(Playing playing) throws InterruptedException {
    Optional<Driver> library = Optional.ofNullable(kept.poll());
    if (library.isEmpty()) {
      return inNew(playing);
    }
    Result result = in(library.get(), playing);
    return isSuspect(result) ? inNew(playing) : result;
  }

  private Result inNew(Playing playing) throws InterruptedException {
    return in(started(), playing);
  }

  private Driver started() throws InterruptedException {
    start.acquire();
    try {
      return fresh.get();
    } finally {
      start.release();
    }
  }

  private Result in(Driver library, Playing playing) throws InterruptedException {
    boolean clean = false;
    try {
      Result result = runs.apply(library).play(playing);
      clean = !isSuspect(result);
      return result;
    } finally {
      if (clean) {
        kept.add(library);
      } else {
        library.close();
      }
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tck-solo");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends what is still being played, and all processes. */
  @Override
  public void close() {
    stages.shutdownNow();
    try {
      stages.awaitTermination(CURTAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kept.forEach(Driver::close);
  }
}
