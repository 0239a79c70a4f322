package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of every playing in every attempt; of the tapes only that of the worst is kept. */
public final class Register {
  /** The worst first. */
  private static final List<Verdict> GRAVITY =
      List.of(
          Verdict.HARNESS_ERROR,
          Verdict.FAILED,
          Verdict.INCONCLUSIVE,
          Verdict.UNEXPECTED_PASS,
          Verdict.KNOWN_FAILING,
          Verdict.KNOWN_FLAKY,
          Verdict.PASSED,
          Verdict.NOT_APPLICABLE);

  private static final BinaryOperator<Result> WORSE =
      BinaryOperator.minBy(Comparator.comparing(result -> GRAVITY.indexOf(result.verdict())));

  private final Map<String, List<Sighting>> sightings = new TreeMap<>();
  private final Map<String, Result> worst = new TreeMap<>();
  private final List<ExitCode> exitCodes = new ArrayList<>();
  private Duration took = Duration.ZERO;
  private Duration drained = Duration.ZERO;

  public void enter(Attempt attempt, Outcome outcome) {
    for (Result result : outcome.results()) {
      sightings
          .computeIfAbsent(result.id(), id -> new ArrayList<>())
          .add(Sighting.of(attempt, result));
      worst.merge(result.id(), result, WORSE);
    }
    if (!outcome.results().isEmpty()) {
      exitCodes.add(outcome.exitCode());
    }
    took = took.plus(outcome.took());
    drained = drained.plus(outcome.drained());
  }

  /** By id; a playing that an attempt left out is not held against it. */
  public List<Instability> unstable() {
    return sightings.entrySet().stream()
        .filter(entry -> entry.getValue().stream().map(Sighting::verdict).distinct().count() > 1)
        .map(
            entry ->
                new Instability(
                    entry.getKey(),
                    entry.getValue().stream()
                        .sorted(Comparator.comparing(sighting -> sighting.attempt().number()))
                        .toList()))
        .toList();
  }

  /**
   * As one run: of each playing the worst result. Where a verdict changed it has failed for that,
   * whichever verdicts those were, unless the suite itself was at fault. The times are those of all
   * attempts together.
   */
  public Outcome outcome() {
    Map<String, Instability> changed =
        unstable().stream().collect(Collectors.toMap(Instability::playing, each -> each));
    List<Result> results =
        worst.entrySet().stream()
            .map(
                entry ->
                    changed.containsKey(entry.getKey())
                        ? unsteady(entry.getValue(), changed.get(entry.getKey()))
                        : entry.getValue())
            .toList();
    return new Outcome(results, took, drained);
  }

  private static Result unsteady(Result worst, Instability change) {
    Finding finding =
        new Finding(worst.scenario().location(), "the same verdict in every run", change.tally());
    Verdict verdict =
        worst.verdict() == Verdict.HARNESS_ERROR ? Verdict.HARNESS_ERROR : Verdict.FAILED;
    return worst.but(
        verdict, Stream.concat(Stream.of(finding), worst.findings().stream()).toList());
  }

  /**
   * As an exit code: that of a harness error where there was one, that of nonconformance where a
   * verdict changed, whichever verdicts those were, else the worst that an attempt came to.
   */
  public ExitCode exitCode() {
    if (exitCodes.isEmpty()) {
      return ExitCode.INCONCLUSIVE;
    }
    ExitCode came = ExitCode.worst(exitCodes.stream());
    boolean steady = came == ExitCode.HARNESS_ERROR || unstable().isEmpty();
    return steady ? came : ExitCode.NOT_CONFORMANT;
  }
}
