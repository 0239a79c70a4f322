package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.scenario.Scenario;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plays scenarios against a target: those tagged {@code smoke} first and last, alone, all others
 * between them and side by side as far as the quota allows, but those that disturb others alone.
 */
public final class Run {
  /** What disturbs everybody at the same endpoint. */
  private static final Set<String> DISTURBING = Set.of("move-clock", "shutdown", "idle-close");

  /** How many clients may wait at servers of their own at the same time. */
  private static final int REHEARSALS = 24;

  private final RuleBook rules;
  private final Company company;
  private final Quota quota;
  private final String nonce;
  private final AtomicInteger played = new AtomicInteger();

  /** A run of clients only, at a target of which nothing is known but its endpoint. */
  public Run(RuleBook rules, Endpoint endpoint, Driver driver, Quota quota, Budgets budgets) {
    this(rules, Target.of(endpoint), driver, Optional.empty(), quota, budgets);
  }

  /**
   * A run.
   *
   * @param network of the plain sockets; without it the server corpus is not played
   */
  public Run(
      RuleBook rules,
      Target target,
      Driver driver,
      Optional<PlainNetwork> network,
      Quota quota,
      Budgets budgets) {
    this.rules = rules;
    this.quota = quota;
    this.company = new Company(target, driver, network, quota, budgets, Turnstile.of(quota));
    this.nonce = Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX);
  }

  /**
   * Plays, and tells the listener of each result as it comes.
   *
   * @return the results in the order given
   * @throws InterruptedException if the run is being ended; all sockets are closed by then
   */
  public Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    long began = System.nanoTime();
    listener.began(playings.size());
    List<Playing> smoke = playings.stream().filter(Run::isSmoke).toList();
    Map<Boolean, List<Playing>> others =
        playings.stream()
            .filter(playing -> !isSmoke(playing))
            .collect(Collectors.partitioningBy(Run::isAlone));
    Map<String, Result> results = new LinkedHashMap<>();
    Troupe.Player player =
        playing -> {
          listener.started(playing);
          return play(playing);
        };
    for (Playing playing : smoke) {
      keep(player.play(playing), results, listener);
    }
    Map<Boolean, List<Playing>> together =
        others.getOrDefault(false, List.of()).stream()
            .collect(Collectors.partitioningBy(playing -> playing.scenario().isOfClients()));
    Consumer<Result> keeper = result -> keep(result, results, listener);
    new Troupe(quota).play(together.getOrDefault(false, List.of()), player, keeper);
    new Troupe(Quota.OWN, REHEARSALS).play(together.getOrDefault(true, List.of()), player, keeper);
    for (Playing playing : others.getOrDefault(true, List.of())) {
      keep(player.play(playing), results, listener);
    }
    for (Playing playing : smoke) {
      Smoke.again(results, play(playing));
    }
    List<Result> ordered = playings.stream().map(p -> results.get(p.id())).toList();
    return new Outcome(ordered, Duration.ofNanos(System.nanoTime() - began));
  }

  /** Plays one scenario, without the smoke around it. */
  public Result play(Playing playing) throws InterruptedException {
    Optional<Finding> lack = company.lack(playing);
    if (lack.isPresent()) {
      return notApplicable(playing, lack.get());
    }
    String name = nonce + "-" + played.incrementAndGet();
    Performance performance = new Performance(playing, level(playing.scenario()));
    return new Hindsight(rules).look(performance.play(company, name));
  }

  private Result notApplicable(Playing playing, Finding lack) {
    return new Result(
        playing.scenario(),
        playing.variant(),
        level(playing.scenario()),
        Verdict.NOT_APPLICABLE,
        Duration.ZERO,
        List.of(lack),
        List.of(),
        List.of());
  }

  private static void keep(Result result, Map<String, Result> results, RunListener listener) {
    results.put(result.id(), result);
    listener.finished(result);
  }

  private static boolean isSmoke(Playing playing) {
    return playing.scenario().tags().contains("smoke");
  }

  /** Whether it would disturb others, or be disturbed by them. */
  private static boolean isAlone(Playing playing) {
    Scenario scenario = playing.scenario();
    return scenario.endpoint().isPresent()
        || scenario.requires().stream().anyMatch(DISTURBING::contains);
  }

  private Level level(Scenario scenario) {
    return scenario.proves().stream()
        .map(rules::rule)
        .flatMap(Optional::stream)
        .map(Rule::level)
        .min(Comparator.naturalOrder())
        .orElse(Level.OBSERVED);
  }
}
