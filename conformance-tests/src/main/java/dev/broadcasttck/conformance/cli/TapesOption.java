package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Clerk.Keeping;
import picocli.CommandLine.Option;

/** The option that says whose tapes are kept in the results. */
final class TapesOption {
  @Option(
      names = "--all-tapes",
      description = "Keep every tape in the results, and not only those of what is not green.")
  boolean all;

  Keeping keeping() {
    return all ? Keeping.ALL : Keeping.DOUBTFUL;
  }
}
