package dev.broadcasttck.conformance.verdict;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of playing one scenario in one variant.
 *
 * @param scenario what was played
 * @param variant how it was played
 * @param level the strongest level among the rules that the scenario proves
 * @param verdict what came of it
 * @param duration from its first step to its last
 * @param findings why it is not {@code passed}; empty if it is
 * @param evidence what the verdict rests on, a sentence a line
 * @param negatives what was shown not to happen, and how
 * @param tape everything that happened
 */
public record Result(
    Scenario scenario,
    Variant variant,
    Level level,
    Verdict verdict,
    Duration duration,
    List<Finding> findings,
    List<String> evidence,
    List<Negative> negatives,
    List<Entry> tape) {

  /** {@code SELF-1/sender-hears-nothing-by-default@2.0.0}, unique in a run. */
  public String id() {
    return scenario.id() + "@" + variant;
  }

  /** The same playing, judged otherwise. */
  public Result but(Verdict otherwise, List<Finding> because) {
    return new Result(
        scenario, variant, level, otherwise, duration, because, evidence, negatives, tape);
  }

  /** The same, with another duration. */
  public Result within(Duration time) {
    return new Result(scenario, variant, level, verdict, time, findings, evidence, negatives, tape);
  }

  /** The same, with what did not happen graded otherwise. */
  public Result grading(List<Negative> otherwise) {
    return new Result(
        scenario, variant, level, verdict, duration, findings, evidence, otherwise, tape);
  }

  /** The same, resting on other evidence. */
  public Result evident(List<String> otherwise) {
    return new Result(
        scenario, variant, level, verdict, duration, findings, otherwise, negatives, tape);
  }

  /** What it did not pass for, the same each time that the same is wrong; empty if it passed. */
  public Optional<String> cause() {
    return findings.stream().findFirst().map(Finding::cause);
  }
}
