package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Plays scenarios side by side, with no more sockets open than the endpoint allows. */
final class Troupe {
  /** As many as hide the time that frames are under way. */
  static final int STAGES = 8;

  /** How long playings may take to close their sockets when a run is ended. */
  private static final Duration CURTAIN = Duration.ofSeconds(5);

  /** How one playing is played. */
  @FunctionalInterface
  interface Player {
    Result play(Playing playing) throws InterruptedException;
  }

  private final int stages;
  private final int sockets;
  private final Semaphore free;

  /**
   * @param sockets how many may be open
   */
  Troupe(int sockets) {
    this(sockets, STAGES);
  }

  /** With so many stages side by side. */
  Troupe(int sockets, int stages) {
    this.stages = stages;
    this.sockets = sockets;
    this.free = new Semaphore(sockets, true);
  }

  /**
   * Plays all, and hands over each result on the calling thread.
   *
   * @throws InterruptedException if the run is being ended; no playing goes on by then
   */
  void play(List<Playing> playings, Player player, Consumer<Result> results)
      throws InterruptedException {
    ExecutorService players = Executors.newFixedThreadPool(stages, Troupe::thread);
    try {
      CompletionService<Result> finished = new ExecutorCompletionService<>(players);
      playings.forEach(playing -> finished.submit(() -> playWithinQuota(playing, player)));
      for (int i = 0; i < playings.size(); i++) {
        results.accept(finished.take().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a playing ended without a result: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      players.shutdownNow();
      players.awaitTermination(CURTAIN.toMillis(), TimeUnit.MILLISECONDS);
      throw e;
    } finally {
      players.shutdownNow();
    }
  }

  private Result playWithinQuota(Playing playing, Player player) throws InterruptedException {
    int needed = Math.min(sockets, playing.scenario().actors().size());
    free.acquire(needed);
    try {
      return player.play(playing);
    } finally {
      free.release(needed);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tck-stage");
    thread.setDaemon(true);
    return thread;
  }
}
