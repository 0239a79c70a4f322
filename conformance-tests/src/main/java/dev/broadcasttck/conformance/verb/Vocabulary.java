package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.ScriptError;
import java.util.Map;
import java.util.Set;

/** The verbs of the scenario language, a line each. */
public final class Vocabulary {
  private static final Map<String, Verb> VERBS =
      Map.ofEntries(
          Map.entry("channel", Joining::channel),
          Map.entry("listen", Joining::listen),
          Map.entry("subscribe", Joining::subscribe),
          Map.entry("join", Joining::join),
          Map.entry("unsubscribe", Leaving::unsubscribe),
          Map.entry("remove", Leaving::remove),
          Map.entry("disconnect", Leaving::disconnect),
          Map.entry("reports", Leaving::reports),
          Map.entry("broadcast", Sending::broadcast),
          Map.entry("http-broadcast", Sending::httpBroadcast),
          Map.entry("receives", Hearing::receives),
          Map.entry("receives-once", Hearing::receivesOnce),
          Map.entry("never-receives", Hearing::neverReceives),
          Map.entry("delivered", Delivery::delivered),
          Map.entry("never-delivered", Delivery::neverDelivered),
          Map.entry("resolves", Settling::resolves),
          Map.entry("resolves-after-reply", Settling::resolvesAfterReply),
          Map.entry("resolves-at-once", Settling::resolvesAtOnce),
          Map.entry("stays-off-the-socket", Settling::staysOffTheSocket),
          Map.entry("no-reply", Settling::noReply),
          Map.entry("answered", Answering::answered),
          Map.entry("opens-no-socket", Holding::opensNoSocket),
          Map.entry("holds-nothing", Holding::holdsNothing));

  /** The verbs that forbid something to reach their actor. */
  private static final Set<String> NEGATIVES =
      Set.of("receives-once", "never-receives", "never-delivered");

  private Vocabulary() {}

  /**
   * How a verb is played.
   *
   * @throws ScriptError if the language has no such verb
   */
  public static Verb verb(String name) {
    Verb verb = VERBS.get(name);
    if (verb == null) {
      throw new ScriptError("the scenario language has no verb '" + name + "'");
    }
    return verb;
  }

  /** Whether a verb forbids something to reach its actor, so that a sentinel must be able to. */
  public static boolean needsSentinel(String name) {
    return NEGATIVES.contains(name);
  }
}
