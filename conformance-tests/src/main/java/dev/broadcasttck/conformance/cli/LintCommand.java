package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Finding;
import dev.broadcasttck.conformance.lint.Lint;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Playback;
import dev.broadcasttck.conformance.record.Trace;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.report.Tone;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tck lint}: reads saved traces for what no client and no server may do. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads traces for frames by which a client or a server breaks a rule.",
      "Exit codes: 0 nothing was found, 1 something was, 2 there was no frame to read."
    })
final class LintCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "TRACE",
      arity = "1..*",
      description = "Files that a run has written with --traces.")
  List<Path> files = List.of();

  LintCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What was found, and in which file. */
  private record Found(Path file, Finding finding) {
    /** The first line of a trace is its head. */
    String place() {
      Entry where = finding.violation().where();
      return "%s:%d, %s".formatted(file, where.number() + 2, where.actor());
    }
  }

  @Override
  public Integer call() {
    Map<Path, Trace> traces = new TreeMap<>();
    files.forEach(file -> traces.put(file, Trace.read(file)));
    RuleBook rules = Corpora.bundledRules();
    List<Found> found = new ArrayList<>();
    traces.forEach(
        (file, trace) ->
            read(trace).forEach(it -> found.add(new Found(file, Finding.of(it, rules)))));
    long frames = traces.values().stream().mapToLong(LintCommand::frames).sum();
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), Redaction.NONE);
    tell(screen, rules, found);
    screen.line(
        "traces: %d, frames: %d, findings: %d".formatted(traces.size(), frames, found.size()));
    return code(frames, found).code();
  }

  private static List<Violation> read(Trace trace) {
    Lint lint = Lint.start();
    return Playback.of(trace).stream().flatMap(entry -> lint.read(entry).stream()).toList();
  }

  private static long frames(Trace trace) {
    return trace.lines().stream().filter(Line::isFrame).count();
  }

  private static ExitCode code(long frames, List<Found> found) {
    if (frames == 0) {
      return ExitCode.INCONCLUSIVE;
    }
    return found.isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private static void tell(Screen screen, RuleBook rules, List<Found> found) {
    Map<Rule, List<Found>> byRule =
        found.stream().collect(Collectors.groupingBy(it -> it.finding().rule()));
    rules.rules().stream()
        .flatMap(rule -> Stream.ofNullable(byRule.get(rule)))
        .forEach(broken -> tell(screen, broken));
  }

  private static void tell(Screen screen, List<Found> found) {
    Finding first = found.get(0).finding();
    String whom = String.join(" and ", first.whom());
    screen.line(Tone.BAD, "%s %s, binds the %s".formatted(first.id(), first.rule().level(), whom));
    screen.labelled("rule", first.rule().text());
    found.forEach(
        it -> {
          screen.labelled("at", it.place());
          screen.labelled("expected", it.finding().expected());
          screen.labelled("actual", it.finding().actual());
        });
    screen.line("");
  }
}
