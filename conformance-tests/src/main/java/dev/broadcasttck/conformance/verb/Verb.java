package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.spec.scenario.Step;

/** A word of the scenario language: how a step of that verb is played. */
@FunctionalInterface
public interface Verb {
  /**
   * Plays a step.
   *
   * @param role the step's actor
   * @throws InterruptedException if the run is being ended
   * @throws dev.broadcasttck.conformance.stage.ScriptError if the step cannot be played as written
   */
  Reaction play(Stage stage, Role role, Step step) throws InterruptedException;
}
