package dev.broadcasttck.conformance.baseline;

import java.util.Locale;

/** How something is known not to pass. */
public enum Kind {
  /** It fails each time. */
  KNOWN_FAILING,
  /** It may fail, pass or be inconclusive. */
  KNOWN_FLAKY;

  /** As it is written in a baseline. */
  static Kind written(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** {@code known-failing}, {@code known-flaky}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
