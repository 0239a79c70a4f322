package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Plays the same again and again, in every weather.
 *
 * @param lanes how many attempts may go on at the same time, all of them in the same weather; more
 *     where they mostly wait, unless it is one
 */
public record Verification(int lanes) {
  /** Longer than a run takes to close its sockets. */
  private static final Duration CURTAIN = Duration.ofSeconds(8);

  /** How one attempt is played. */
  @FunctionalInterface
  public interface Player {
    Outcome play(Attempt attempt) throws InterruptedException;
  }

  private record Finished(Attempt attempt, Outcome outcome) {}

  /**
   * Plays all attempts, and hands over each outcome on the calling thread.
   *
   * @throws InterruptedException if the run is being ended
   */
  public void play(List<Attempt> attempts, Player player, BiConsumer<Attempt, Outcome> listener)
      throws InterruptedException {
    for (Weather weather : Weather.ALL) {
      List<Attempt> alike = attempts.stream().filter(a -> a.weather().equals(weather)).toList();
      play(alike, weather.lanes(lanes), player, listener);
    }
  }

  private static void play(
      List<Attempt> alike, int lanes, Player player, BiConsumer<Attempt, Outcome> listener)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes, Verification::thread);
    try {
      CompletionService<Finished> finished = new ExecutorCompletionService<>(threads);
      alike.forEach(attempt -> finished.submit(() -> new Finished(attempt, player.play(attempt))));
      for (int i = 0; i < alike.size(); i++) {
        Finished next = finished.take().get();
        listener.accept(next.attempt(), next.outcome());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt ended without an outcome", e.getCause());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(CURTAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tck-attempt");
    thread.setDaemon(true);
    return thread;
  }
}
