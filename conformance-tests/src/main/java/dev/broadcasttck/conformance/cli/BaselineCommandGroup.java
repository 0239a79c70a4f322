package dev.broadcasttck.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tck baseline}: what can be done with baselines. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Writes baselines, which say what is known not to pass, so that a build fails only where"
          + " something has changed. Play with one by './tck run --baseline FILE'."
    })
final class BaselineCommandGroup {
  private BaselineCommandGroup() {}

  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new BaselineCommandGroup())
        .addSubcommand(new BaselineUpdateCommand(surroundings));
  }
}
