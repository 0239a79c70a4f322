package dev.broadcasttck.conformance.stage;

/** A way to a point behind which nothing that was sent before it can be heard. */
@FunctionalInterface
public interface Passage {
  /**
   * Waits until a channel has come to that point.
   *
   * @return held, or unproven
   */
  Reaction cross(Part watched) throws InterruptedException;
}
