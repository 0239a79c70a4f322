package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.comparison.Comparison;
import dev.broadcasttck.conformance.comparison.ComparisonReport;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck compare}: says what has changed from one run to another. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Says what has changed from one run to another: regressions, fixes, new and vanished playings.",
      "Exit codes: 1 where something that passed fails now, 2 where it is only no longer shown, else"
          + " 0; 4 for a file that holds no results."
    })
final class CompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "OLD", description = "Results of the old run.")
  @Nullable Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "Results of the new run.")
  @Nullable Path current;

  @Option(names = "--json", description = "Say it as JSON.")
  boolean json;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<RecordedRun> runs =
        RecordedRun.readAll(List.of(Objects.requireNonNull(old), Objects.requireNonNull(current)));
    Comparison comparison = Comparison.of(runs.get(0), runs.get(1));
    if (json) {
      surroundings.out().println(comparison.toJson().toPrettyString());
    } else {
      new ComparisonReport(new Screen(surroundings.out(), surroundings.traits(), Redaction.NONE))
          .show(comparison);
    }
    return comparison.exitCode().code();
  }
}
