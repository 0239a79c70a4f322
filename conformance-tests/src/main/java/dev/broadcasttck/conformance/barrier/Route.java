package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.verdict.Barrier;

/**
 * A way to a barrier that is open in a scene.
 *
 * @param barrier its sort
 * @param crossing how to get there
 */
public record Route(Barrier barrier, Crossing crossing) {

  /** Waits until the barrier has come. */
  @FunctionalInterface
  public interface Crossing {
    /**
     * Goes there.
     *
     * @return held, or unproven where it never came
     * @throws InterruptedException if the run is being ended
     */
    Reaction cross() throws InterruptedException;
  }
}
