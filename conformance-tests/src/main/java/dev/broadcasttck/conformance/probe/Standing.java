package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.verdict.ExitCode;

/** What is at an address, in one sentence that says what was tried and what to do. */
public sealed interface Standing {
  String sentence();

  ExitCode exitCode();

  /** A server of this protocol, which may be judged. */
  record Speaks(String sentence) implements Standing {
    @Override
    public ExitCode exitCode() {
      return ExitCode.CONFORMANT;
    }
  }

  /** Nobody, or somebody who says nothing. */
  record Unreachable(String sentence) implements Standing {
    @Override
    public ExitCode exitCode() {
      return ExitCode.INCONCLUSIVE;
    }
  }

  /** A server that does not accept the key. */
  record KeyRefused(String sentence) implements Standing {
    @Override
    public ExitCode exitCode() {
      return ExitCode.USAGE;
    }
  }

  /** Somebody who answers, but in another language. */
  record NotThisProtocol(String sentence) implements Standing {
    @Override
    public ExitCode exitCode() {
      return ExitCode.NOT_CONFORMANT;
    }
  }
}
