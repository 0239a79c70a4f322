package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A step that is being played.
 *
 * @param node its arguments, in full
 */
record Turn(Rehearsal rehearsal, Step step, JsonNode node) {
  /** How a verb is played. */
  @FunctionalInterface
  interface Played {
    Reaction play(Turn turn) throws InterruptedException;
  }

  static Turn of(Rehearsal rehearsal, Step step) {
    JsonNode written = step.arguments();
    JsonNode full = Verb.named(step.verb()).map(verb -> verb.inFull(written)).orElse(written);
    return new Turn(rehearsal, step, full);
  }

  Stage stage() {
    return rehearsal.stage();
  }

  Optional<String> optional(String key) {
    return node.optional(key).map(JsonNode::asString);
  }

  String text(String key) {
    return optional(key)
        .orElseThrow(
            () ->
                new ScriptError(
                    "%s: '%s' needs '%s'".formatted(step.location(), step.verb(), key)));
  }

  /** How many are meant: one if nothing is said, a negative number for all from now on. */
  int times() {
    return node.path("from-now-on").asBoolean(false) ? -1 : node.path("times").asInt(1);
  }

  /** The topic as on the wire, where one is named. */
  Optional<String> topic() {
    return node.optional("topic").map(rehearsal.words()::topic);
  }

  /** How long to wait, by the timer that `within` names. */
  Duration budget() {
    return rehearsal.players().budget(optional("within"), optional("from"));
  }

  Predicate<LiveSocket> receivers() {
    return rehearsal.socketsOf(optional("to"));
  }
}
