package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.source.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A baseline, against which results are held. Of several entries about a playing the first counts.
 *
 * @param entries in the order written
 * @param corpus everything that could be played, whatever a run selects of it
 * @param today the day by which entries expire
 */
public record Baseline(List<BaselineEntry> entries, List<Playing> corpus, LocalDate today) {

  /** The result as the baseline sees it. */
  public Result held(Result result) {
    return entry(result)
        .map(
            entry ->
                switch (entry.kind()) {
                  case KNOWN_FAILING -> failing(result, entry);
                  case KNOWN_FLAKY -> flaky(result, entry);
                })
        .orElse(result);
  }

  /** The whole run as the baseline sees it, with a sentence for everything that is out of date. */
  public Outcome held(Outcome outcome) {
    List<Result> results = outcome.results().stream().map(this::held).toList();
    return new Outcome(results, outcome.took(), outcome.drained(), outcome.remarks())
        .remarking(stale(results));
  }

  private Optional<BaselineEntry> entry(Result result) {
    Playing playing = new Playing(result.scenario(), result.variant());
    return entries.stream().filter(entry -> entry.pattern().matches(playing)).findFirst();
  }

  private static Result failing(Result result, BaselineEntry entry) {
    return switch (result.verdict()) {
      case FAILED -> excused(result, entry, Verdict.KNOWN_FAILING);
      case PASSED -> noted(result.but(Verdict.UNEXPECTED_PASS, List.of()), entry);
      default -> result;
    };
  }

  private static Result flaky(Result result, BaselineEntry entry) {
    return switch (result.verdict()) {
      case FAILED, INCONCLUSIVE -> excused(result, entry, Verdict.KNOWN_FLAKY);
      default -> result;
    };
  }

  private static Result excused(Result result, BaselineEntry entry, Verdict verdict) {
    if (entry.allows(result.cause())) {
      return noted(result.but(verdict, result.findings()), entry);
    }
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.add(
        new Finding(
            entry.location(),
            "the cause that the baseline knows: " + entry.cause().orElseThrow(),
            "another cause: " + result.cause().orElse("none")));
    return result.but(result.verdict(), findings);
  }

  /** What the baseline says of it comes last among the evidence. */
  private static Result noted(Result result, BaselineEntry entry) {
    List<String> evidence = new ArrayList<>(result.evidence());
    evidence.add("%s: %s: %s".formatted(entry.location(), entry.kind(), entry.inWords()));
    return result.evident(evidence);
  }

  private List<Remark> stale(List<Result> results) {
    return Stream.of(unexpected(results), idle(), expired()).flatMap(it -> it).toList();
  }

  private Stream<Remark> unexpected(List<Result> results) {
    Map<BaselineEntry, List<Result>> passes = new LinkedHashMap<>();
    results.stream()
        .filter(result -> result.verdict() == Verdict.UNEXPECTED_PASS)
        .forEach(
            result ->
                entry(result)
                    .ifPresent(
                        entry ->
                            passes.computeIfAbsent(entry, it -> new ArrayList<>()).add(result)));
    return passes.entrySet().stream().map(it -> unexpected(it.getKey(), it.getValue()));
  }

  private static Remark unexpected(BaselineEntry entry, List<Result> passes) {
    String what =
        passes.size() == 1
            ? passes.get(0).id() + " passes"
            : "%d playings pass, such as %s".formatted(passes.size(), passes.get(0).id());
    return stale(
        entry.location(),
        "unexpected pass: `%s` is known to fail, but %s; take the entry out, or narrow it"
            .formatted(entry.pattern().written(), what));
  }

  private Stream<Remark> idle() {
    return entries.stream()
        .filter(entry -> corpus.stream().noneMatch(entry.pattern()::matches))
        .map(
            entry ->
                stale(
                    entry.location(),
                    "the pattern `%s` matches nothing%s"
                        .formatted(entry.pattern().written(), intended(entry))));
  }

  private String intended(BaselineEntry entry) {
    return entry.pattern().intended(corpus).map(it -> ", did you mean `" + it + "`?").orElse("");
  }

  private Stream<Remark> expired() {
    return entries.stream()
        .filter(entry -> entry.isExpired(today))
        .map(
            entry ->
                stale(
                    entry.location(),
                    "`%s` has expired on %s; mend it, or have %s give it a new date"
                        .formatted(entry.pattern().written(), entry.expires(), entry.owner())));
  }

  private static Remark stale(Location where, String what) {
    return new Remark(ExitCode.STALE_BASELINE, where + ": " + what);
  }
}
