package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.run.Performance.Performed;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How the playings of a run are staged, one at a time or many: names, calibration, hindsight. */
final class Stagings {
  private static final String ORDER = "ORDER-";

  private final RuleBook rules;
  private final Company company;
  private final Calibrations calibrations;
  private final Hindsight hindsight;
  private final Props props;

  Stagings(RuleBook rules, Company company, Props props, boolean measured) {
    this.rules = rules;
    this.company = company;
    this.props = props;
    this.calibrations = measured ? company.calibrations(props) : Calibrations.trusting();
    this.hindsight = new Hindsight(rules, this::heed);
  }

  /** Plays, and watches no longer than it lasts. */
  Result play(Playing playing) throws InterruptedException {
    Optional<Finding> lack = company.lack(playing);
    if (lack.isPresent()) {
      return notApplicable(playing, lack.get());
    }
    Performed performed = perform(playing);
    return hindsight.look(
        performed.vigil().isPresent() ? performed.vigil().get().end() : performed.result());
  }

  /**
   * Plays, and has those that may still be proven wrong watched.
   *
   * @param late hears of those that nobody watches any more
   */
  Result play(Playing playing, Vigils vigils, Consumer<Result> late) throws InterruptedException {
    Optional<Finding> lack = company.lack(playing);
    if (lack.isPresent()) {
      return notApplicable(playing, lack.get());
    }
    Performed performed = perform(playing);
    Result result = hindsight.look(performed.result());
    if (performed.vigil().isPresent()) {
      vigils.keep(performed.vigil().get(), ended -> late.accept(hindsight.look(ended)));
    }
    return result;
  }

  /** Takes a result's barriers down where they relied on an order that this target breaks. */
  Result regraded(Result result) throws InterruptedException {
    List<Negative> negatives = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(result.findings());
    for (Negative negative : result.negatives()) {
      String doubt = calibrations.doubt(negative.barrier());
      Duration window = calibrations.of(result.variant()).lag(negative.barrier()).window();
      if (doubt.isEmpty()) {
        negatives.add(negative);
      } else if (negative.watched().compareTo(window) >= 0) {
        negatives.add(negative.regraded(Grade.C, doubt));
      } else {
        findings.add(new Finding(negative.where(), "a barrier that this target keeps", doubt));
      }
    }
    boolean shaken = findings.size() > result.findings().size();
    return shaken && result.verdict() == Verdict.PASSED
        ? result.but(Verdict.INCONCLUSIVE, findings)
        : result.grading(negatives);
  }

  private Performed perform(Playing playing) throws InterruptedException {
    Props.Staged staged = props.forPlaying(playing, calibrations.of(playing.variant()));
    return new Performance(playing, level(playing.scenario()), staged.tape())
        .play(company, staged.nonce(), staged.calibration());
  }

  /** Why barriers are no longer believed in; empty if they are. */
  String doubt() {
    return calibrations.doubt();
  }

  /** Every reason that there was for that. */
  Set<String> doubts() {
    return calibrations.doubts();
  }

  /** From now on no barrier is believed in that relies on an order which was not kept. */
  void doubtOrder(String why) {
    calibrations.doubtOrder(why);
  }

  private void heed(Violation violation) {
    if (violation.rule().startsWith(ORDER)) {
      calibrations.doubtOrder(
          "%s is broken here, so nothing follows from the order of arrival"
              .formatted(violation.rule()));
    }
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
        List.of(),
        List.of());
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
