package dev.broadcasttck.conformance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tck adapter}: what can be done with adapters. */
@Command(
    name = "adapter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Checks adapters, the small programs that put client libraries under test."
          + " docs/adapters.md tells how to write one; play with one with './tck client'."
    })
final class AdapterCommandGroup {
  private AdapterCommandGroup() {}

  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new AdapterCommandGroup())
        .addSubcommand(new AdapterCheckCommand(surroundings));
  }
}
