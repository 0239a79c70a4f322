package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that fails: a scenario in all of its variants, or a single playing.
 *
 * @param pattern by which it is meant
 * @param cause the same for all that it means
 */
record Failure(String pattern, Optional<String> cause) {

  /**
   * The failures among some results: a scenario where all that was played of it fails in the same
   * way, else each playing.
   *
   * @param all of the run
   */
  static List<Failure> of(List<RecordedResult> failing, Collection<RecordedResult> all) {
    Map<String, Long> played =
        all.stream()
            .filter(result -> result.verdict() != Verdict.NOT_APPLICABLE)
            .collect(Collectors.groupingBy(RecordedResult::scenario, Collectors.counting()));
    Map<String, List<RecordedResult>> scenarios =
        failing.stream()
            .collect(
                Collectors.groupingBy(
                    RecordedResult::scenario, LinkedHashMap::new, Collectors.toList()));
    List<Failure> failures = new ArrayList<>();
    scenarios.forEach(
        (scenario, results) -> {
          boolean isWhole = results.size() == played.getOrDefault(scenario, 0L);
          if (isWhole && causes(results) == 1) {
            failures.add(new Failure(scenario, results.get(0).cause()));
          } else {
            results.forEach(it -> failures.add(new Failure(it.playing(), it.cause())));
          }
        });
    return failures;
  }

  static long causes(List<RecordedResult> results) {
    return results.stream().map(RecordedResult::cause).distinct().count();
  }
}
