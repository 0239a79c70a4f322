package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.MuteDriver;
import dev.broadcasttck.conformance.driver.MuteDriver.Wish;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A run judged again from its conversations alone: the same scripts are played by clients that do
 * nothing, on tapes that are full.
 */
public final class Retrial {
  private final MuteDriver driver;
  private final Stagings stagings;
  private Set<String> doubts = Set.of();

  /**
   * A retrial.
   *
   * @param target of which only is asked what it claims and what it calls its topics
   * @param client what the clients of the run could do
   */
  public Retrial(
      RuleBook rules,
      Target target,
      DriverProfile client,
      Quota quota,
      Rigour rigour,
      List<Archive.Played> playings,
      List<Archive.Measured> measurings) {
    this.driver = new MuteDriver(client);
    this.stagings =
        new Stagings(
            rules,
            new Company(
                target,
                driver,
                Optional.of(PlainNetwork.mute()),
                quota,
                Budgets.DEFAULT,
                rigour,
                new Unhurried()),
            new KeptProps(playings, measurings),
            true);
  }

  /**
   * Judges.
   *
   * @param doubt why barriers were no longer believed in at the end of the run; empty if they were
   * @return the results in the order given
   * @throws MissingTrace if something was not kept
   */
  public List<Result> of(List<Playing> playings, String doubt) throws InterruptedException {
    Map<String, Result> results = new LinkedHashMap<>();
    for (Playing playing : playings) {
      results.put(playing.id(), stagings.play(playing));
    }
    for (Playing playing : Programme.of(playings).smoke()) {
      Smoke.again(results, stagings.play(playing));
    }
    doubts = stagings.doubts();
    if (!doubt.isEmpty()) {
      stagings.doubtOrder(doubt);
    }
    List<Result> ordered = new ArrayList<>();
    for (Playing playing : playings) {
      ordered.add(stagings.regraded(Objects.requireNonNull(results.get(playing.id()))));
    }
    return ordered;
  }

  /** What the clients were told to join. */
  public Set<Wish> wishes() {
    return Set.copyOf(driver.wishes());
  }

  /** Why the target's order may be doubted by what was judged. */
  public Set<String> doubts() {
    return doubts;
  }
}
