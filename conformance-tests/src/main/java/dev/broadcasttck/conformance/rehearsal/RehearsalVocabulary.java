package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.rehearsal.Turn.Played;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import java.util.Map;
import java.util.Set;

/** The verbs of the client corpus, a line each; what is not here is as in the behaviour corpus. */
public final class RehearsalVocabulary {
  private static final Map<String, Played> VERBS =
      Map.ofEntries(
          Map.entry("join", Clients::join),
          Map.entry("subscribe", Clients::subscribe),
          Map.entry("unsubscribe", Clients::unsubscribe),
          Map.entry("opens", Clients::opens),
          Map.entry("sets-token", Clients::setsToken),
          Map.entry("callback-yields", Clients::callbackYields),
          Map.entry("callback-becomes", Clients::callbackBecomes),
          Map.entry("callback-fails", Clients::callbackFails),
          Map.entry("reports", Sayings::reports),
          Map.entry("never-reports", Sayings::neverReports),
          Map.entry("resolves", Sayings::resolves),
          Map.entry("settles", Sayings::settles),
          Map.entry("throws-nothing", Sayings::throwsNothing),
          Map.entry("sees", Seeing::frame),
          Map.entry("sees-connect", Seeing::connect),
          Map.entry("sees-request", Seeing::request),
          Map.entry("never-sees", Seeing::neverFrame),
          Map.entry("never-sees-connect", Seeing::neverConnect),
          Map.entry("never-sees-request", Seeing::neverRequest),
          Map.entry("sees-count", Seeing::count),
          Map.entry("sees-end", Sockets::ends),
          Map.entry("sees-sockets", Sockets::count),
          Map.entry("holds", Answering::holds),
          Map.entry("answers", Answering::answers),
          Map.entry("releases", Answering::releases),
          Map.entry("ignores", Answering::ignores),
          Map.entry("heeds", Answering::heeds),
          Map.entry("refuses-joins", Answering::refusesJoins),
          Map.entry("acknowledges-with", Answering::acknowledgesWith),
          Map.entry("delivers", Telling::delivers),
          Map.entry("closes-channel", Telling::closesChannel),
          Map.entry("fails-channel", Telling::failsChannel),
          Map.entry("says-system", Telling::saysSystem),
          Map.entry("sends", Telling::sends),
          Map.entry("advances", Telling::advances),
          Map.entry("drops", Sockets::drops),
          Map.entry("refuses-sockets", Sockets::refuses),
          Map.entry("accepts-sockets", Sockets::accepts),
          Map.entry("stalls-sockets", Sockets::stalls),
          Map.entry("answers-requests", Sockets::answersRequests),
          Map.entry("resets-requests", Sockets::resetsRequests),
          Map.entry("stalls-requests", Sockets::stallsRequests),
          Map.entry("obeys-requests", Sockets::obeysRequests));

  /** What the server does that gives no client a reason to end its socket. */
  private static final Set<String> HARMLESS = Set.of("sends", "delivers", "says-system");

  private RehearsalVocabulary() {}

  /** Plays a step. */
  public static Reaction play(Rehearsal rehearsal, Step step) throws InterruptedException {
    Played verb = VERBS.getOrDefault(step.verb(), Clients::asEver);
    int before = rehearsal.stage().tape().entries().size();
    Reaction reaction = verb.play(Turn.of(rehearsal, step));
    if (Verb.named(step.verb()).filter(word -> !word.isClaim()).isPresent()) {
      rehearsal.acted(HARMLESS.contains(step.verb()), before);
    }
    return rehearsal.redacted(reaction);
  }
}
