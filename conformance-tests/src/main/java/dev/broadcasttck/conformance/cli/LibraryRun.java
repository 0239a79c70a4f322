package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.RuleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenarios played with a client library: what is played at the server, and beside it, with
 * other processes of the library, what has servers of its own. A library mostly waits.
 *
 * @param driver of the library, one process for all playings at the server
 * @param fresh starts the library in a process of its own
 */
record LibraryRun(
    RuleBook rules, Driver driver, Supplier<Driver> fresh, Venue venue, Rigour rigour) {
  /** How many processes of the library may run one playing each. */
  private static final int PROCESSES = 6;

  private static final Set<Verdict> DOUBTFUL = EnumSet.of(Verdict.FAILED, Verdict.INCONCLUSIVE);

  /** Plays them, as far as they suit the library. */
  Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    List<Playing> suited =
        new Casting(driver.profile(), venue.target(), venue.quota()).suited(playings);
    listener.began(suited.size());
    Map<Boolean, List<Playing>> parts =
        suited.stream().collect(Collectors.partitioningBy(it -> it.scenario().isOfClients()));
    List<Outcome> outcomes =
        new SideBySide(listener)
            .play(
                List.of(
                    reports -> atTheServer(playings(parts, false), reports),
                    reports -> rehearsed(playings(parts, true), reports)));
    return inOrder(suited, outcomes);
  }

  private static List<Playing> playings(Map<Boolean, List<Playing>> parts, boolean rehearsed) {
    return parts.getOrDefault(rehearsed, List.of());
  }

  private static Outcome inOrder(List<Playing> playings, List<Outcome> outcomes) {
    Map<String, Result> results = new HashMap<>();
    outcomes.stream()
        .flatMap(outcome -> outcome.results().stream())
        .forEach(result -> results.put(result.id(), result));
    return new Outcome(
        playings.stream().map(it -> Objects.requireNonNull(results.get(it.id()))).toList(),
        longest(outcomes.stream().map(Outcome::took)),
        longest(outcomes.stream().map(Outcome::drained)),
        outcomes.stream().flatMap(it -> it.remarks().stream()).toList());
  }

  private static Duration longest(Stream<Duration> times) {
    return times.max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** Suspects are played again when nobody else is there any more whom they could disturb. */
  private Outcome atTheServer(List<Playing> playings, RunListener reports)
      throws InterruptedException {
    Set<String> withheld = ConcurrentHashMap.newKeySet();
    Outcome outcome =
        run(driver)
            .play(
                playings,
                new Sieve(reports, Solos::isSuspect, suspect -> withheld.add(suspect.id())));
    int processes = venue.quota().equals(Quota.OWN) ? PROCESSES : 1;
    try (Solos solos = solos(processes)) {
      Map<String, Future<Result>> again = new HashMap<>();
      for (Result suspect : outcome.results().stream().filter(Solos::isSuspect).toList()) {
        Consumer<Result> heard = withheld.contains(suspect.id()) ? reports::finished : result -> {};
        again.put(suspect.id(), solos.playAfresh(playing(suspect), heard));
      }
      return new Outcome(replaced(outcome.results(), again), outcome.took(), outcome.drained());
    }
  }

  /**
   * What provokes errors has a process to itself from the start. Of the others, many share one;
   * suspects are played again at once, while the rest goes on.
   */
  private Outcome rehearsed(List<Playing> playings, RunListener reports)
      throws InterruptedException {
    long began = System.nanoTime();
    List<Playing> provoking = playings.stream().filter(Playing::provokes).toList();
    Map<String, Future<Result>> alone = new ConcurrentHashMap<>();
    try (Solos solos = solos(PROCESSES)) {
      provoking.forEach(it -> alone.put(it.id(), solos.play(it, reports::finished)));
      Sieve sieve =
          new Sieve(
              reports,
              Solos::isSuspect,
              suspect ->
                  alone.put(suspect.id(), solos.playAfresh(playing(suspect), reports::finished)));
      Outcome shared = together(playings.stream().filter(it -> !it.provokes()).toList(), sieve);
      List<Result> results = new ArrayList<>(replaced(shared.results(), alone));
      for (Playing playing : provoking) {
        results.add(SideBySide.ended(Objects.requireNonNull(alone.get(playing.id()))));
      }
      return new Outcome(results, Duration.ofNanos(System.nanoTime() - began))
          .remarking(shared.remarks());
    }
  }

  /**
   * What was not green with short timers is played again when the rest is over: in a crowd the
   * machine may have been too slow for them.
   */
  private Outcome together(List<Playing> playings, RunListener reports)
      throws InterruptedException {
    if (playings.isEmpty()) {
      return new Outcome(List.of(), Duration.ZERO);
    }
    try (Driver library = fresh.get()) {
      List<Playing> hurried = new ArrayList<>();
      Sieve sieve =
          new Sieve(reports, LibraryRun::isHurried, result -> hurried.add(playing(result)));
      Map<String, Result> first = new LinkedHashMap<>();
      run(library).play(playings, sieve).results().forEach(it -> first.put(it.id(), it));
      var look = new SecondLook(first, run(library).play(hurried, reports).results());
      return new Outcome(look.results(), Duration.ZERO).remarking(look.remark().stream().toList());
    }
  }

  private static boolean isHurried(Result result) {
    return !Solos.isSuspect(result)
        && DOUBTFUL.contains(result.verdict())
        && playing(result).hurries();
  }

  private static List<Result> replaced(List<Result> results, Map<String, Future<Result>> others)
      throws InterruptedException {
    List<Result> replaced = new ArrayList<>();
    for (Result result : results) {
      Future<Result> other = others.get(result.id());
      replaced.add(other == null ? result : SideBySide.ended(other));
    }
    return replaced;
  }

  private Run run(Driver library) {
    return new Run(
        rules, venue.target(), library, Optional.empty(), venue.quota(), Budgets.DEFAULT, rigour);
  }

  private Solos solos(int processes) {
    return new Solos(processes, fresh, this::run);
  }

  private static Playing playing(Result result) {
    return new Playing(result.scenario(), result.variant());
  }

  /** Tells of all results but those that are to be played again. */
  private record Sieve(RunListener reports, Predicate<Result> again, Consumer<Result> withheld)
      implements RunListener {
    @Override
    public void started(Playing playing) {
      reports.started(playing);
    }

    @Override
    public void finished(Result result) {
      if (again.test(result)) {
        withheld.accept(result);
      } else {
        reports.finished(result);
      }
    }
  }
}
