package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.spec.source.DidYouMean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck explain}: tells a playing from the file of results, with the whole conversation. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Says why a scenario came to its verdict, and prints the whole conversation.")
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "Its id, such as SELF-1/sender-hears-nothing-by-default, with or without @VARIANT.")
  String scenario = "";

  @Option(
      names = "--from",
      paramLabel = "RESULTS",
      required = true,
      description = "The file that a run has written with --json.")
  Path results = Path.of("");

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Proceedings proceedings = ResultsFile.read(results);
    List<Case> meant = proceedings.results().stream().filter(this::isMeant).toList();
    if (meant.isEmpty()) {
      throw unknown(proceedings);
    }
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), surroundings.redaction());
    meant.forEach(it -> tell(screen, proceedings, it));
    return ExitCode.CONFORMANT.code();
  }

  private boolean isMeant(Case told) {
    return names(told).anyMatch(scenario::equals);
  }

  private static Stream<String> names(Case told) {
    return Stream.of(told.id(), told.name(), told.fullName());
  }

  private Mistake unknown(Proceedings proceedings) {
    List<String> known =
        proceedings.results().stream().flatMap(ExplainCommand::names).distinct().toList();
    return Mistake.usage(
        "'%s' was not played in %s%s"
            .formatted(scenario, results, DidYouMean.among(known, scenario)));
  }

  private static void tell(Screen screen, Proceedings proceedings, Case told) {
    screen.line("");
    screen.line("%s: %s (%s)".formatted(told.fullName(), told.verdict(), told.level()));
    screen.labelled("title", told.title());
    told.rules().stream()
        .flatMap(id -> proceedings.rule(id).stream())
        .forEach(
            law -> {
              screen.labelled("rule", law.id() + " " + law.level() + ": " + law.text());
              screen.labelled("source", String.join("; ", law.sources()));
            });
    told.findings()
        .forEach(
            finding -> {
              screen.labelled("expected", finding.expected());
              screen.labelled("actual", finding.actual());
              screen.labelled("at", finding.at());
            });
    if (!told.likely().isEmpty()) {
      screen.labelled("likely", told.likely());
    }
    told.evidence().forEach(it -> screen.labelled("evidence", it));
    screen.line("  again     " + told.again());
    conversation(screen, told);
  }

  private static void conversation(Screen screen, Case told) {
    screen.line("");
    if (told.tape().isEmpty()) {
      screen.line("Its tape was not kept; play it with --all-tapes to see the conversation.");
    }
    told.tape().stream().map(Line::inRow).forEach(screen::line);
  }
}
