package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of every playing in every attempt, without the tapes. */
public final class Register {
  /** The worst first. */
  private static final List<ExitCode> GRAVITY =
      List.of(
          ExitCode.HARNESS_ERROR,
          ExitCode.NOT_CONFORMANT,
          ExitCode.INCONCLUSIVE,
          ExitCode.CONFORMANT);

  private final Map<String, List<Sighting>> sightings = new TreeMap<>();
  private final List<ExitCode> exitCodes = new ArrayList<>();

  public void enter(Attempt attempt, Outcome outcome) {
    for (Result result : outcome.results()) {
      sightings
          .computeIfAbsent(result.id(), id -> new ArrayList<>())
          .add(Sighting.of(attempt, result));
    }
    if (!outcome.results().isEmpty()) {
      exitCodes.add(outcome.exitCode());
    }
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
   * As an exit code: that of a harness error where there was one, that of nonconformance where a
   * verdict changed, whichever verdicts those were, else the worst that an attempt came to.
   */
  public ExitCode exitCode() {
    ExitCode worst =
        exitCodes.stream()
            .min(Comparator.comparing(GRAVITY::indexOf))
            .orElse(ExitCode.INCONCLUSIVE);
    boolean steady = worst == ExitCode.HARNESS_ERROR || unstable().isEmpty();
    return steady ? worst : ExitCode.NOT_CONFORMANT;
  }
}
