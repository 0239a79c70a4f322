package dev.broadcasttck.conformance.certify;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/** How a rule of a profile stands with a subject, the best first. */
public enum RuleStanding {
  /** Every playing that applies shows it. */
  HELD(ExitCode.CONFORMANT, "held"),
  /** Nothing that applies was played. */
  UNEXERCISED(ExitCode.INCONCLUSIVE, "not exercised"),
  /** It was shown, by weaker evidence than the profile asks for. */
  WEAK(ExitCode.INCONCLUSIVE, "shown by weak evidence only"),
  /** Something that was to show it did not. */
  DOUBTFUL(ExitCode.INCONCLUSIVE, "not shown"),
  /** It is broken, whether or not a baseline knows. */
  BROKEN(ExitCode.NOT_CONFORMANT, "broken");

  private final ExitCode exitCode;
  private final String words;

  RuleStanding(ExitCode exitCode, String words) {
    this.exitCode = exitCode;
    this.words = words;
  }

  /** How a rule stands by the playings that prove it. */
  static RuleStanding of(List<Shown> playings, Grade minimum) {
    return playings.stream()
        .filter(playing -> playing.verdict() != Verdict.NOT_APPLICABLE)
        .map(playing -> of(playing, minimum))
        .max(Comparator.naturalOrder())
        .orElse(UNEXERCISED);
  }

  private static RuleStanding of(Shown playing, Grade minimum) {
    return switch (playing.verdict()) {
      case PASSED, UNEXPECTED_PASS ->
          playing.weakest().filter(grade -> grade.compareTo(minimum) > 0).isPresent() ? WEAK : HELD;
      case FAILED, KNOWN_FAILING -> BROKEN;
      case INCONCLUSIVE, KNOWN_FLAKY, HARNESS_ERROR -> DOUBTFUL;
      case NOT_APPLICABLE -> UNEXERCISED;
    };
  }

  ExitCode exitCode() {
    return exitCode;
  }

  @Override
  public String toString() {
    return words;
  }
}
