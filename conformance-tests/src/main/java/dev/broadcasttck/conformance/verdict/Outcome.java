package dev.broadcasttck.conformance.verdict;

import java.time.Duration;
import java.util.List;

/**
 * What came of a whole run.
 *
 * @param results in the order of the corpus
 * @param took wall time from the first scenario to the last, the drain left out
 * @param drained how long only what must not come was waited for
 */
public record Outcome(List<Result> results, Duration took, Duration drained) {

  /** A run without a drain. */
  public Outcome(List<Result> results, Duration took) {
    this(results, took, Duration.ZERO);
  }

  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /** The run as an exit code: the worst that happened, and never green where nothing passed. */
  public ExitCode exitCode() {
    if (count(Verdict.HARNESS_ERROR) > 0) {
      return ExitCode.HARNESS_ERROR;
    }
    if (count(Verdict.FAILED) > 0) {
      return ExitCode.NOT_CONFORMANT;
    }
    if (count(Verdict.INCONCLUSIVE) > 0 || count(Verdict.PASSED) == 0) {
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.CONFORMANT;
  }
}
