package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a mutant.
 *
 * @param activations how often it did otherwise than right before those who were to catch it
 * @param proving what came of the scenarios that prove what it breaks
 * @param uncaught those of them that did not fail, each played once more with nothing beside it
 * @param others what came of scenarios that prove something else
 */
public record Trial(
    Mutant mutant,
    long activations,
    List<Result> proving,
    List<Sighting> uncaught,
    List<Sighting> others) {

  /** Whether a scenario that proves the rule failed. */
  public boolean isCaughtUnder(String rule) {
    return mutant.violates().contains(rule)
        && failed().anyMatch(result -> result.scenario().proves().contains(rule));
  }

  /** The rules that it breaks unseen, by id. */
  public List<String> escapes() {
    return mutant.violates().stream().filter(rule -> !isCaughtUnder(rule)).sorted().toList();
  }

  public Stream<Result> failed() {
    return proving.stream().filter(result -> result.verdict() == Verdict.FAILED);
  }

  /** Scenarios that should have failed and passed, although it showed. */
  public List<Sighting> missed() {
    return uncaught.stream()
        .filter(Sighting::shown)
        .filter(sighting -> sighting.result().verdict() == Verdict.PASSED)
        .toList();
  }

  /** Other scenarios that are red. */
  public List<Sighting> collateral() {
    return others.stream().filter(Sighting::isRed).toList();
  }

  /** Where the suite itself stumbled. */
  public List<Result> stumbles() {
    return Stream.concat(proving.stream(), others.stream().map(Sighting::result))
        .filter(result -> result.verdict() == Verdict.HARNESS_ERROR)
        .toList();
  }

  /** Whether it was seen at all, and under every rule that it breaks. */
  public boolean isKilled() {
    return activations > 0 && escapes().isEmpty() && stumbles().isEmpty();
  }
}
