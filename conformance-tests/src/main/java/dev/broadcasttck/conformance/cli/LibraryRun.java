package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The scenarios played with a client library at a server.
 *
 * @param driver of the library, one process for all playings
 * @param fresh starts the library in a process of its own
 */
record LibraryRun(
    RuleBook rules, Driver driver, Supplier<Driver> fresh, Venue venue, Rigour rigour) {
  /** How many processes of the library may run beside each other. */
  private static final int PROCESSES = 6;

  /** Plays them, as far as they suit the library. */
  Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    List<Playing> suited =
        new Casting(driver.profile(), venue.target(), venue.quota()).suited(playings);
    Outcome outcome = run(driver).play(suited, listener);
    List<Result> suspects = outcome.results().stream().filter(LibraryRun::isSuspect).toList();
    Iterator<Result> again = alone(suspects).iterator();
    List<Result> results =
        outcome.results().stream().map(it -> isSuspect(it) ? again.next() : it).toList();
    return new Outcome(results, outcome.took(), outcome.drained());
  }

  private Run run(Driver library) {
    return new Run(
        rules, venue.target(), library, Optional.empty(), venue.quota(), Budgets.DEFAULT, rigour);
  }

  /** Plays them again, each in a process of its own, and gives what came of them in their order. */
  private List<Result> alone(List<Result> suspects) throws InterruptedException {
    ExecutorService processes =
        Executors.newFixedThreadPool(
            venue.quota().equals(Quota.OWN) ? PROCESSES : 1, LibraryRun::thread);
    try {
      List<Callable<Result>> playings = new ArrayList<>();
      suspects.forEach(it -> playings.add(() -> alone(it)));
      List<Result> results = new ArrayList<>();
      for (Future<Result> played : processes.invokeAll(playings)) {
        results.add(played.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a playing ended without a result: " + e.getCause(), e.getCause());
    } finally {
      processes.shutdownNow();
    }
  }

  private Result alone(Result suspect) throws InterruptedException {
    try (Driver library = fresh.get()) {
      return run(library).play(new Playing(suspect.scenario(), suspect.variant()));
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tck-suspect");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What escapes from a library, or ends its process, is nobody's in particular among those who
   * shared the process: each of them is played again in its own.
   */
  private static boolean isSuspect(Result result) {
    return result.tape().stream().anyMatch(entry -> entry.what() instanceof UncaughtSaid);
  }
}
