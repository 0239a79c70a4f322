package dev.broadcasttck.conformance.verdict;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a whole run.
 *
 * @param results in the order of the corpus
 * @param took wall time from the first scenario to the last, the drain left out
 * @param drained how long only what must not come was waited for
 * @param remarks what else is to be said of it
 */
public record Outcome(List<Result> results, Duration took, Duration drained, List<Remark> remarks) {

  /** A run of which nothing else is to be said. */
  public Outcome(List<Result> results, Duration took, Duration drained) {
    this(results, took, drained, List.of());
  }

  /** A run without a drain. */
  public Outcome(List<Result> results, Duration took) {
    this(results, took, Duration.ZERO);
  }

  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /** The same, with more to be said of it. */
  public Outcome remarking(List<Remark> more) {
    return new Outcome(
        results, took, drained, Stream.concat(remarks.stream(), more.stream()).toList());
  }

  /** The run as an exit code: the worst that happened. */
  public ExitCode exitCode() {
    Map<Verdict, Long> counts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    Result::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    return ExitCode.worst(
        Stream.concat(
            Stream.of(ExitCode.of(counts)), remarks.stream().map(remark -> remark.exitCode())));
  }
}
