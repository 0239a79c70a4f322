package dev.broadcasttck.conformance.verdict;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What must be mended first comes first; a baseline is housekeeping. */
  private static final List<ExitCode> WORST_FIRST =
      List.of(USAGE, HARNESS_ERROR, NOT_CONFORMANT, INCONCLUSIVE, STALE_BASELINE, CONFORMANT);

  /** The verdicts by which something was shown, for better or worse. */
  private static final Set<Verdict> SHOWN =
      EnumSet.of(Verdict.PASSED, Verdict.KNOWN_FAILING, Verdict.UNEXPECTED_PASS);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** What so many results of each verdict come to; never green where nothing was shown. */
  public static ExitCode of(Map<Verdict, Long> counts) {
    if (counts.getOrDefault(Verdict.HARNESS_ERROR, 0L) > 0) {
      return HARNESS_ERROR;
    }
    if (counts.getOrDefault(Verdict.FAILED, 0L) > 0) {
      return NOT_CONFORMANT;
    }
    long shown = SHOWN.stream().mapToLong(verdict -> counts.getOrDefault(verdict, 0L)).sum();
    if (counts.getOrDefault(Verdict.INCONCLUSIVE, 0L) > 0 || shown == 0) {
      return INCONCLUSIVE;
    }
    return counts.getOrDefault(Verdict.UNEXPECTED_PASS, 0L) > 0 ? STALE_BASELINE : CONFORMANT;
  }

  /** The one of several that the shell is told. */
  public static ExitCode worst(Stream<ExitCode> codes) {
    return codes.min(Comparator.comparing(WORST_FIRST::indexOf)).orElse(CONFORMANT);
  }
}
