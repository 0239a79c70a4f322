package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.conformance.verdict.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tck report}: makes the reports of a run again, from the file of its results. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes reports from a file that a run has written with --json.",
      "Exit codes: 0 when they are written, whatever the run came to."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private final ReportOptions reportOptions = new ReportOptions();
  private final Surroundings surroundings;

  @Parameters(paramLabel = "RESULTS", description = "The file of results, such as results.json.")
  Path results = Path.of("");

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (reportOptions.areNone()) {
      throw Mistake.usage("say what to make of it, such as --html report.html");
    }
    reportOptions.refuseUnwritable();
    Proceedings proceedings = ResultsFile.read(results);
    reportOptions.write(proceedings, new SecretGate(surroundings.redaction()), surroundings.out());
    return ExitCode.CONFORMANT.code();
  }
}
