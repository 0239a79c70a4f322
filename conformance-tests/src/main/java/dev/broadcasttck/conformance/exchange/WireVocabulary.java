package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import java.util.EnumMap;
import java.util.Map;

/** The verbs of the server corpus, a line each. */
public final class WireVocabulary {
  private static final Map<Verb, WireVerb> VERBS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Verb.CONNECT, Opening::connect),
              Map.entry(Verb.REFUSED, Opening::refused),
              Map.entry(Verb.SENDS, Sending::sends),
              Map.entry(Verb.SENDS_ALL, Sending::sendsAll),
              Map.entry(Verb.JOINS, Membership::joins),
              Map.entry(Verb.BROADCASTS, Sending::broadcasts),
              Map.entry(Verb.LEAVES, Membership::leaves),
              Map.entry(Verb.HEARTBEATS, Heartbeat::heartbeats),
              Map.entry(Verb.STILL_OPEN, Heartbeat::heartbeats),
              Map.entry(Verb.REQUESTS, Calling::requests),
              Map.entry(Verb.BATCH, Calling::batch),
              Map.entry(Verb.ANSWERS, Calling::answers),
              Map.entry(Verb.CLOSES, Ending::closes),
              Map.entry(Verb.CUTS, Ending::cuts),
              Map.entry(Verb.CLOSED, Ending::closed),
              Map.entry(Verb.ADVANCES, StageHands::advances),
              Map.entry(Verb.TARGET, StageHands::target),
              Map.entry(Verb.GETS, Receiving::gets),
              Map.entry(Verb.GETS_ANY_ORDER, Receiving::getsAnyOrder),
              Map.entry(Verb.GETS_REPLY, Receiving::getsReply),
              Map.entry(Verb.GETS_BROADCAST, Receiving::getsBroadcast),
              Map.entry(Verb.GETS_NOTHING_OF, Absence::getsNothingOf),
              Map.entry(Verb.NO_REPLY_TO, Absence::noReplyTo)));

  private WireVocabulary() {}

  /**
   * Plays a step.
   *
   * @throws InterruptedException if the run is being ended
   * @throws ScriptError if it cannot be played as written
   */
  public static Reaction play(Scene scene, Step step) throws InterruptedException {
    Verb verb =
        Verb.named(step.verb())
            .orElseThrow(() -> new ScriptError("there is no verb `" + step.verb() + "`"));
    WireVerb played = VERBS.get(verb);
    if (played == null) {
      throw new ScriptError("no socket can `" + step.verb() + "`");
    }
    return played.play(scene, scene.caller(step.actor()), step, verb.inFull(step.arguments()));
  }
}
