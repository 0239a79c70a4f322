package dev.broadcasttck.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tck target}: what can be done with target files. */
@Command(
    name = "target",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Writes and checks target files, which say of a server where it is, what it claims, and how"
          + " much of us it bears. What is not claimed is not applicable; what is claimed and not"
          + " done has failed. Play one with './tck run --target FILE'."
    })
final class TargetCommand {
  private TargetCommand() {}

  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new TargetCommand())
        .addSubcommand(new TargetInitCommand(surroundings))
        .addSubcommand(new TargetCheckCommand(surroundings));
  }
}
