package dev.broadcasttck.conformance.verdict;

import java.util.Optional;
import java.util.stream.Stream;

/** What came of playing a scenario. */
public enum Verdict {
  /** Everything that the scenario claims was seen. */
  PASSED("passed"),
  /** The subject broke a rule. */
  FAILED("failed"),
  /** The subject broke a rule, as the baseline says. */
  KNOWN_FAILING("known failing"),
  /** It did not pass, which the baseline says happens now and then. */
  KNOWN_FLAKY("known flaky"),
  /** It passed, although the baseline says that it fails. */
  UNEXPECTED_PASS("unexpected pass"),
  /** The scenario could not show what it set out to show; never green. */
  INCONCLUSIVE("inconclusive"),
  /** The subject does not claim to do this. */
  NOT_APPLICABLE("not applicable"),
  /** The suite itself is at fault. */
  HARNESS_ERROR("harness error");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The verdict that is called so. */
  public static Optional<Verdict> named(String words) {
    return Stream.of(values()).filter(verdict -> verdict.words.equals(words)).findFirst();
  }

  /** Whether the baseline foresaw it, so that it is held against nobody. */
  public boolean isForeseen() {
    return this == KNOWN_FAILING || this == KNOWN_FLAKY;
  }

  @Override
  public String toString() {
    return words;
  }
}
