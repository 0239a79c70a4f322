package dev.broadcasttck.conformance.verdict;

/** What came of playing a scenario. */
public enum Verdict {
  /** Everything that the scenario claims was seen. */
  PASSED("passed"),
  /** The subject broke a rule. */
  FAILED("failed"),
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

  @Override
  public String toString() {
    return words;
  }
}
