package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.stage.Pace;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays scenarios against a target: those tagged {@code smoke} first and last, alone, all others
 * between them and side by side as far as the quota allows.
 */
public final class Run {
  private final RuleBook rules;
  private final Target target;
  private final Driver driver;
  private final Casting casting;
  private final Quota quota;
  private final Budgets budgets;
  private final Pace pace;
  private final String nonce;
  private final AtomicInteger played = new AtomicInteger();

  /** Against a server of which nothing is known but where it is. */
  public Run(RuleBook rules, Endpoint endpoint, Driver driver, Quota quota, Budgets budgets) {
    this(rules, Target.of(endpoint), driver, quota, budgets);
  }

  public Run(RuleBook rules, Target target, Driver driver, Quota quota, Budgets budgets) {
    this.rules = rules;
    this.target = target;
    this.driver = driver;
    this.casting = new Casting(driver.profile(), target, quota);
    this.quota = quota;
    this.budgets = budgets;
    this.pace = Turnstile.of(quota);
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
    List<Playing> others = playings.stream().filter(playing -> !isSmoke(playing)).toList();
    Map<String, Result> results = new LinkedHashMap<>();
    Troupe.Player player =
        playing -> {
          listener.started(playing);
          return play(playing);
        };
    for (Playing playing : smoke) {
      keep(player.play(playing), results, listener);
    }
    Troupe troupe = new Troupe(quota);
    troupe.play(others, player, result -> keep(result, results, listener));
    for (Playing playing : smoke) {
      Smoke.again(results, play(playing));
    }
    List<Result> ordered = playings.stream().map(p -> results.get(p.id())).toList();
    return new Outcome(ordered, Duration.ofNanos(System.nanoTime() - began));
  }

  /** Plays one scenario, without the smoke around it. */
  public Result play(Playing playing) throws InterruptedException {
    Optional<Finding> lack = casting.lack(playing);
    if (lack.isPresent()) {
      return notApplicable(playing, lack.get());
    }
    String name = nonce + "-" + played.incrementAndGet();
    Endpoint endpoint =
        target.premises(playing.scenario().endpoint()).map(Premises::endpoint).orElseThrow();
    return new Performance(playing, level(playing.scenario()), name, budgets, pace)
        .play(driver, endpoint);
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

  private Level level(Scenario scenario) {
    return scenario.proves().stream()
        .map(rules::rule)
        .flatMap(Optional::stream)
        .map(Rule::level)
        .min(Comparator.naturalOrder())
        .orElse(Level.OBSERVED);
  }
}
