package dev.broadcasttck.conformance.proof;

import dev.broadcasttck.conformance.verdict.Barrier;

/** What barriers are worth at one target, measured on the positive twins of what is forbidden. */
@FunctionalInterface
public interface Calibration {
  /**
   * How a barrier did; measured when it is first asked for.
   *
   * @throws InterruptedException if the run is being ended
   */
  Lag lag(Barrier barrier) throws InterruptedException;
}
