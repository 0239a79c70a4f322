package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.baseline.BaselineUpdate;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.verdict.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck baseline update}: brings a baseline up to what a run has shown. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Brings a baseline up to what a run has shown: what fails is in it afterwards, and what passes"
          + " is not. Reasons, owners, days and comments stay as they are. What was inconclusive"
          + " has shown nothing, and changes nothing."
    })
final class BaselineUpdateCommand implements Callable<Integer> {
  /** Long enough to mend something, short enough not to be forgotten. */
  private static final int DAYS = 90;

  private final Surroundings surroundings;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "The results of the run, as './tck run --json FILE' has written them.")
  @Nullable Path from;

  @Parameters(paramLabel = "BASELINE", description = "The baseline; it need not exist yet.")
  @Nullable Path file;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why the new entries fail.")
  @Nullable String reason;

  @Option(names = "--issue", paramLabel = "ADDRESS", description = "Where they are dealt with.")
  @Nullable String issue;

  @Option(names = "--owner", paramLabel = "NAME", description = "Who sees to them.")
  @Nullable String owner;

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      converter = Day.class,
      description = "The last day on which they count. Default: in " + DAYS + " days.")
  @Nullable LocalDate expires;

  BaselineUpdateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path target = Objects.requireNonNull(file);
    OutputFile.refuseUnwritable("BASELINE", target);
    RecordedRun run = RecordedRun.read(Objects.requireNonNull(from));
    BaselineUpdate.Updated updated =
        BaselineUpdate.of(
            Optional.of(target).filter(Files::exists), run, newcomers(surroundings.clock()));
    OutputFile.write(target, updated.text());
    if (run.isCutOff()) {
      surroundings.out().println("the run was cut off: what it did not play stays as it was");
    }
    updated.notes().forEach(surroundings.out()::println);
    surroundings.out().println(target + " is written");
    return ExitCode.CONFORMANT.code();
  }

  private BaselineUpdate.Newcomers newcomers(Clock clock) {
    LocalDate today = LocalDate.now(clock);
    return new BaselineUpdate.Newcomers(
        reason == null ? "Fails since " + today + " or before" : reason,
        Optional.ofNullable(issue),
        owner == null ? "nobody yet" : owner,
        expires == null ? today.plusDays(DAYS) : expires);
  }
}
