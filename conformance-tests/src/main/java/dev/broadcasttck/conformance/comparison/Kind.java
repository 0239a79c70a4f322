package dev.broadcasttck.conformance.comparison;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What it means that a playing came out otherwise. */
public enum Kind {
  /** It passed, and fails now, whether or not a baseline excuses it. */
  REGRESSION("regressions", "regression", ExitCode.NOT_CONFORMANT),
  /** It passed, and is not shown any more. */
  DOUBT("doubts", "no longer shown", ExitCode.INCONCLUSIVE),
  /** It did not pass, and does now. */
  FIX("fixes", "fixed", ExitCode.CONFORMANT),
  /** It came out otherwise, but neither better nor worse by that. */
  OTHER("others", "otherwise", ExitCode.CONFORMANT),
  /** Only the new run has it. */
  NEW("new", "new", ExitCode.CONFORMANT),
  /** Only the old run has it. */
  VANISHED("vanished", "vanished", ExitCode.CONFORMANT);

  private static final Set<Verdict> GOOD = EnumSet.of(Verdict.PASSED, Verdict.UNEXPECTED_PASS);
  private static final Set<Verdict> BAD =
      EnumSet.of(Verdict.FAILED, Verdict.KNOWN_FAILING, Verdict.KNOWN_FLAKY);

  private final String key;
  private final String words;
  private final ExitCode exitCode;

  Kind(String key, String words, ExitCode exitCode) {
    this.key = key;
    this.words = words;
    this.exitCode = exitCode;
  }

  /** What a change is; empty where it is none. */
  static Optional<Kind> of(RecordedResult was, RecordedResult is) {
    boolean isGood = isGood(is.verdict());
    if (isGood(was.verdict())) {
      return isGood ? Optional.empty() : Optional.of(lost(is.verdict()));
    }
    if (isGood) {
      return Optional.of(FIX);
    }
    boolean isSame = was.verdict() == is.verdict() && !hasOtherCause(was, is);
    return isSame ? Optional.empty() : Optional.of(OTHER);
  }

  /** Files of an older version name no causes. */
  private static boolean hasOtherCause(RecordedResult was, RecordedResult is) {
    return was.cause().isPresent() && is.cause().isPresent() && !was.cause().equals(is.cause());
  }

  private static Kind lost(Verdict verdict) {
    if (verdict == Verdict.NOT_APPLICABLE) {
      return OTHER;
    }
    return BAD.contains(verdict) ? REGRESSION : DOUBT;
  }

  static boolean isGood(Verdict verdict) {
    return GOOD.contains(verdict);
  }

  /** As JSON has it. */
  String key() {
    return key;
  }

  ExitCode exitCode() {
    return exitCode;
  }

  /** As people read it. */
  @Override
  public String toString() {
    return words;
  }
}
