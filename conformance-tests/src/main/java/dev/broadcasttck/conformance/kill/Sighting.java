package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;

/**
 * A scenario that was played with a mutant and with nothing beside it.
 *
 * @param shown whether the mutant did otherwise than right in the meantime
 */
public record Sighting(Result result, boolean shown) {
  /** Whether it is neither passed nor beside the point. */
  public boolean isRed() {
    return result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_APPLICABLE;
  }
}
