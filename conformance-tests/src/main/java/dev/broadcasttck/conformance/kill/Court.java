package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.spec.corpus.Corpus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tries mutants side by side: most of their time they are waited for. */
public final class Court implements AutoCloseable {
  /** With how many scenarios that prove something else a mutant is tried in the build. */
  public static final int OTHERS = 10;

  private static final int SIDE_BY_SIDE = 10;

  /** Longer than a trial that is told to end takes to close its sockets. */
  private static final Duration CURTAIN = Duration.ofSeconds(8);

  private final Workbench bench;
  private final ExecutorService halls;

  public Court(Corpus corpus) {
    this.bench = Workbench.open(corpus);
    this.halls = Executors.newFixedThreadPool(SIDE_BY_SIDE, Court::hall);
  }

  private static Thread hall(Runnable task) {
    Thread thread = new Thread(task, "tck-court");
    thread.setDaemon(true);
    return thread;
  }

  /** What a server without a fault makes of all that mutants are tried with. */
  public List<Result> control() throws InterruptedException {
    Fault none = new Fault("NONE", Set.of(), Points.settling(right -> right));
    List<Playing> playings =
        Playing.all(bench.corpus()).stream().filter(it -> !it.scenario().isOfClients()).toList();
    try (FaultyServer server = FaultyServer.open(bench, none, Budgets.DEFAULT)) {
      return server.play(playings);
    }
  }

  /**
   * Tries mutants side by side and with little patience. Who is alive then may owe it to a busy
   * machine, and is tried once more, alone and with the patience of a run; that counts.
   *
   * @param others with how many scenarios that prove something else; with all where it is empty
   * @param told hears of each trial as it ends, on the calling thread
   * @return the trials in the order of the mutants
   */
  public List<Trial> hear(List<Mutant> mutants, Optional<Integer> others, Consumer<Trial> told)
      throws InterruptedException {
    CompletionService<Trial> sessions = new ExecutorCompletionService<>(halls);
    for (Mutant mutant : mutants) {
      sessions.submit(() -> session(mutant, others, true));
    }
    List<Trial> trials = new ArrayList<>();
    List<Mutant> alive = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      Trial trial = result(sessions.take());
      if (trial.isKilled()) {
        told.accept(trial);
        trials.add(trial);
      } else {
        alive.add(trial.mutant());
      }
    }
    for (Mutant mutant : alive) {
      Trial trial = session(mutant, others, false);
      told.accept(trial);
      trials.add(trial);
    }
    trials.sort((one, other) -> place(mutants, one) - place(mutants, other));
    return List.copyOf(trials);
  }

  /**
   * In which files of scenarios each fault of a server would show; a fault that would show in none
   * is missing.
   */
  public Map<String, Set<String>> whereabouts() throws InterruptedException {
    Map<String, List<Playing>> files =
        Playing.all(bench.corpus()).stream()
            .filter(it -> !it.scenario().isOfClients())
            .collect(Collectors.groupingBy(it -> it.scenario().location().file()));
    List<Whereabouts> looks = new ArrayList<>();
    files.forEach((file, playings) -> looks.add(new Whereabouts(bench, file, playings)));
    Map<String, Set<String>> found = new TreeMap<>();
    for (Future<Whereabouts.Seen> seen : halls.invokeAll(looks)) {
      Whereabouts.Seen there = result(seen);
      there
          .faults()
          .forEach(it -> found.computeIfAbsent(it, f -> new TreeSet<>()).add(there.file()));
    }
    return found;
  }

  private static int place(List<Mutant> mutants, Trial trial) {
    return mutants.indexOf(trial.mutant());
  }

  private Trial session(Mutant mutant, Optional<Integer> others, boolean hasty)
      throws InterruptedException {
    Summons summons =
        others
            .map(number -> Summons.sample(bench.corpus(), mutant, number))
            .orElseGet(() -> Summons.everything(bench.corpus(), mutant));
    if (mutant instanceof Mutant.Client client) {
      Budgets budgets = hasty ? Patience.OF_CLIENTS : Budgets.DEFAULT;
      return new ClientTrial(bench, client, summons, budgets).hold();
    }
    Budgets budgets = hasty ? Patience.SHORT : Budgets.DEFAULT;
    return new ServerTrial(bench, (Mutant.Server) mutant, summons, budgets).hold();
  }

  private static <T> T result(Future<T> session) throws InterruptedException {
    try {
      return session.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial ended without a verdict", e.getCause());
    }
  }

  /** What is still tried is told to end, and what it needs is there until it has. */
  @Override
  public void close() {
    halls.shutdownNow();
    try {
      halls.awaitTermination(CURTAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bench.close();
    }
  }
}
