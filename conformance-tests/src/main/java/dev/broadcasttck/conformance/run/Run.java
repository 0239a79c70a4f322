package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.RuleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays scenarios against a target, as far side by side as the quota allows, and goes on watching
 * for what must not come until the end.
 */
public final class Run {
  private final Quota quota;
  private final Rigour rigour;
  private final boolean prompt;
  private final Archive archive = new Archive();
  private final Stagings stagings;

  /** A run of clients only, at a target of which nothing is known but its endpoint. */
  public Run(
      RuleBook rules,
      Endpoint endpoint,
      Driver driver,
      Quota quota,
      Budgets budgets,
      Rigour rigour) {
    this(rules, Target.of(endpoint), driver, Optional.empty(), quota, budgets, rigour);
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
      Budgets budgets,
      Rigour rigour) {
    this(
        rules,
        new Company(target, driver, network, quota, budgets, rigour, Turnstile.of(quota)),
        true);
  }

  private Run(RuleBook rules, Company company, boolean measured) {
    this.quota = company.quota();
    this.rigour = company.rigour();
    this.prompt = company.driver().isPrompt();
    this.stagings = new Stagings(rules, company, NewProps.keptIn(archive), measured);
  }

  /**
   * A run that plays its scripts alike wherever it is: each thing that is forbidden is done once,
   * and every barrier is believed in. What it shows is what was said, and no verdict.
   */
  public static Run alike(
      RuleBook rules, Target target, Driver driver, PlainNetwork network, Quota quota) {
    Rigour once = new Rigour(1, Duration.ZERO);
    return new Run(
        rules,
        new Company(
            target,
            driver,
            Optional.of(network),
            quota,
            Budgets.DEFAULT,
            once,
            Turnstile.of(quota)),
        false);
  }

  /**
   * Plays, and tells the listener of each result as it comes. A result can still change: when what
   * must not come has come late, or the endpoint no longer works at the end.
   *
   * @return the results in the order given
   * @throws InterruptedException if the run is being ended; all sockets are closed by then
   */
  public Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    long began = System.nanoTime();
    listener.began(playings.size());
    Evening evening = new Evening(Programme.of(playings), quota, stagings, listener);
    Duration drained = evening.play(besideEachOther(), rigour.drain());
    List<Result> ordered = new ArrayList<>();
    for (Playing playing : playings) {
      ordered.add(stagings.regraded(evening.result(playing)));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began).minus(drained);
    return new Outcome(List.copyOf(ordered), took, drained);
  }

  /**
   * A library waits for its own timers more than for this machine, and is not slowed by company.
   */
  private int besideEachOther() {
    return prompt ? quota.sideBySide(Troupe.STAGES) : Troupe.STAGES;
  }

  /** All conversations, when it is over. */
  public Archive archive() {
    return archive;
  }

  /** Why barriers are no longer believed in that rely on the server's order; empty if they are. */
  public String doubt() {
    return stagings.doubt();
  }

  /** Plays one scenario, without the smoke around it, and watches no longer than it lasts. */
  public Result play(Playing playing) throws InterruptedException {
    return stagings.play(playing);
  }
}
