package dev.broadcasttck.conformance.verdict;

import dev.broadcasttck.spec.source.Location;

/**
 * Why a verdict is not {@code passed}.
 *
 * @param where the step that did not hold
 * @param expected what the script expects, in words
 * @param actual what happened instead, in words
 */
public record Finding(Location where, String expected, String actual) {

  /** What is wrong, in words that are the same in each run. */
  public String cause() {
    return Cause.ofExpected(expected) + " | " + Cause.ofActual(actual);
  }
}
