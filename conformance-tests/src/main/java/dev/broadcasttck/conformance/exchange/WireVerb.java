package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import tools.jackson.databind.JsonNode;

/** A word of the server corpus: how a step of that verb is played. */
@FunctionalInterface
interface WireVerb {
  /**
   * Plays a step.
   *
   * @param written what the verb takes, in full
   * @throws InterruptedException if the run is being ended
   */
  Reaction play(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException;
}
