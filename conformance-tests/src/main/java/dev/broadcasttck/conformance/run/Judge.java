package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Moot;
import dev.broadcasttck.conformance.stage.Reaction.Offence;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import dev.broadcasttck.spec.source.Location;
import java.util.Optional;

/**
 * Decides what a step that did not hold means.
 *
 * <p>A claim that is broken fails the scenario. A control or a preparation that is broken shows
 * nothing, for or against; an offence fails it anywhere, and what has become moot ends it. What
 * binds nobody is never held against anybody.
 *
 * @param level of the scenario's strongest rule
 * @param corpus of the scenario
 */
record Judge(Level level, String corpus) {

  /**
   * A reason to stop.
   *
   * @param verdict what the scenario comes to
   * @param finding why
   */
  record Ruling(Verdict verdict, Finding finding) {}

  Optional<Ruling> weigh(Step step, Reaction reaction) {
    boolean claims =
        !step.control()
            && Verb.named(step.verb()).filter(verb -> verb.claimsIn(corpus)).isPresent();
    return weigh(step.location(), claims, reaction);
  }

  Optional<Ruling> weigh(Location where, boolean claims, Reaction reaction) {
    if (reaction instanceof Broken broken) {
      Verdict verdict = claims ? failed() : Verdict.INCONCLUSIVE;
      return Optional.of(
          new Ruling(verdict, new Finding(where, broken.expected(), broken.actual())));
    }
    if (reaction instanceof Offence offence) {
      return Optional.of(
          new Ruling(failed(), new Finding(where, offence.expected(), offence.actual())));
    }
    if (reaction instanceof Unproven unproven) {
      return Optional.of(
          new Ruling(
              Verdict.INCONCLUSIVE, new Finding(where, unproven.expected(), unproven.actual())));
    }
    if (reaction instanceof Moot moot) {
      return Optional.of(
          new Ruling(Verdict.NOT_APPLICABLE, new Finding(where, moot.expected(), moot.actual())));
    }
    return Optional.empty();
  }

  private Verdict failed() {
    return level.isBinding() ? Verdict.FAILED : Verdict.NOT_APPLICABLE;
  }

  /** What a reaction adds to the evidence. */
  static Optional<String> evidence(Reaction reaction) {
    return reaction instanceof Held held && !held.evidence().isEmpty()
        ? Optional.of(held.evidence())
        : Optional.empty();
  }
}
