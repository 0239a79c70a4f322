package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.verdict.Outcome;
import java.util.Optional;

/**
 * How a run came to its end.
 *
 * @param stopped why it was stopped before its end, in one sentence; empty if it was not
 * @param exitCode what the shell is told; absent where the process was killed
 */
public record Ending(Optional<String> stopped, Optional<Integer> exitCode) {

  /** It was played to the end. */
  public static Ending regular(Outcome outcome) {
    return new Ending(Optional.empty(), Optional.of(outcome.exitCode().code()));
  }
}
