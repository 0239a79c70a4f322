package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run has shown not to happen, as a whole. */
public record Negatives(Outcome outcome) {
  private static final int PERCENT = 100;

  /** All of them, in the order of the results. */
  List<Negative> all() {
    return outcome.results().stream().flatMap(result -> result.negatives().stream()).toList();
  }

  public long count(Grade grade) {
    return all().stream().filter(it -> it.grade() == grade).count();
  }

  /** Of the playings that forbid something, those whose controls held, in percent. */
  public long controls() {
    List<Result> forbidding =
        outcome.results().stream().filter(Negatives::isPlayed).filter(Negatives::forbids).toList();
    long held = forbidding.stream().filter(result -> !hasFailedControl(result)).count();
    return forbidding.isEmpty() ? PERCENT : PERCENT * held / forbidding.size();
  }

  /** The median cost of those of a grade that cost something. */
  public Optional<Duration> cost(Grade grade) {
    List<Duration> costs =
        all().stream()
            .filter(it -> it.grade() == grade)
            .map(Negative::cost)
            .filter(it -> !it.isZero())
            .sorted()
            .toList();
    return costs.isEmpty() ? Optional.empty() : Optional.of(costs.get(costs.size() / 2));
  }

  /** A line such as {@code negatives: 96 graded, A 71 %, B 22 %, C 7 %, D 0 %, controls 100 %}. */
  String inWords() {
    int total = all().size();
    String grades =
        Arrays.stream(Grade.values())
            .map(grade -> "%s %d %%".formatted(grade, share(count(grade), total)))
            .collect(Collectors.joining(", "));
    String drain =
        outcome.drained().isZero()
            ? ""
            : String.format(
                Locale.ROOT, "; drained for %.1f s", outcome.drained().toMillis() / 1e3);
    return "negatives: %d graded, %s, controls %d %%%s%s"
        .formatted(total, grades, controls(), costs(), drain);
  }

  /** Such as {@code ; an A took 0.9 ms, a B took 512.3 ms}. */
  private String costs() {
    String each =
        Arrays.stream(Grade.values())
            .flatMap(grade -> cost(grade).map(it -> took(grade, it)).stream())
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? "" : "; " + each;
  }

  private static String took(Grade grade, Duration median) {
    String article = grade == Grade.A ? "an" : "a";
    return String.format(Locale.ROOT, "%s %s took %.1f ms", article, grade, median.toNanos() / 1e6);
  }

  private static long share(long count, int total) {
    return total == 0 ? 0 : Math.round((double) PERCENT * count / total);
  }

  private static boolean isPlayed(Result result) {
    return result.verdict() != Verdict.NOT_APPLICABLE && result.verdict() != Verdict.HARNESS_ERROR;
  }

  private static boolean forbids(Result result) {
    return result.scenario().steps().stream()
        .anyMatch(step -> Verb.named(step.verb()).filter(Verb::isNegative).isPresent());
  }

  private static boolean hasFailedControl(Result result) {
    List<Location> failed = result.findings().stream().map(Finding::where).toList();
    return result.scenario().steps().stream()
        .filter(Step::control)
        .anyMatch(step -> failed.contains(step.location()));
  }
}
