package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verdict.ExitCode;

/** Why a command cannot do what it was asked to do: one sentence for the user, and an exit code. */
final class Mistake extends RuntimeException {
  private final ExitCode exitCode;

  Mistake(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** The command line asks for something that cannot be. */
  static Mistake usage(String sentence) {
    return new Mistake(ExitCode.USAGE, sentence);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
