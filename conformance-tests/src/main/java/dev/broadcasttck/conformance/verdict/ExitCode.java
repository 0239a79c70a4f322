package dev.broadcasttck.conformance.verdict;

/** What a command tells the shell. */
public enum ExitCode {
  /** Everything that was exercised conforms. */
  CONFORMANT(0),
  /** A binding rule is broken. */
  NOT_CONFORMANT(1),
  /** Something could not be shown, or nothing was exercised. */
  INCONCLUSIVE(2),
  /** The suite itself is at fault. */
  HARNESS_ERROR(3),
  /** The command line or a configuration is wrong. */
  USAGE(4),
  /** The baseline is out of date. */
  STALE_BASELINE(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
