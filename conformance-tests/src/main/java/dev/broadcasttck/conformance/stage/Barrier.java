package dev.broadcasttck.conformance.stage;

/** A point behind which nothing that was sent before it can be heard any more. */
@FunctionalInterface
public interface Barrier {
  /**
   * Waits until a channel has come to that point.
   *
   * @return held with the barrier's name as evidence, or unproven
   */
  Reaction cross(Part watched) throws InterruptedException;
}
