package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.spec.corpus.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tries mutants side by side: most of their time they are waited for. */
public final class Court implements AutoCloseable {
  /** With how many scenarios that prove something else a mutant is tried in the build. */
  public static final int OTHERS = 10;

  private static final int SIDE_BY_SIDE = 10;

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
   * Tries mutants.
   *
   * @param others with how many scenarios that prove something else; with all where it is empty
   * @param told hears of each trial as it ends, on the calling thread
   * @return the trials in the order of the mutants
   */
  public List<Trial> hear(List<Mutant> mutants, Optional<Integer> others, Consumer<Trial> told)
      throws InterruptedException {
    CompletionService<Trial> sessions = new ExecutorCompletionService<>(halls);
    for (Mutant mutant : mutants) {
      Summons summons =
          others
              .map(number -> Summons.sample(bench.corpus(), mutant, number))
              .orElseGet(() -> Summons.everything(bench.corpus(), mutant));
      sessions.submit(session(mutant, summons));
    }
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      Trial trial = next(sessions);
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

  private Callable<Trial> session(Mutant mutant, Summons summons) {
    return mutant instanceof Mutant.Client client
        ? () -> new ClientTrial(bench, client, summons).hold()
        : () -> new ServerTrial(bench, (Mutant.Server) mutant, summons).hold();
  }

  private static Trial next(CompletionService<Trial> sessions) throws InterruptedException {
    return result(sessions.take());
  }

  private static <T> T result(Future<T> session) throws InterruptedException {
    try {
      return session.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial ended without a verdict", e.getCause());
    }
  }

  @Override
  public void close() {
    halls.shutdownNow();
    bench.close();
  }
}
