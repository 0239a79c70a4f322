package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.driver.MuteDriver.Wish;
import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.run.Archive.Measured;
import dev.broadcasttck.conformance.run.Archive.Played;
import dev.broadcasttck.conformance.run.MissingTrace;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Retrial;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derives the verdicts of a bundle from its traces, and holds them against its results.
 *
 * @param profiles that were asked for
 */
record Derivation(Corpus corpus, List<Profile> profiles, RememberedTarget target) {

  /**
   * Derives.
   *
   * @throws Refusal if the results say anything that the traces do not show
   */
  Derived of(Parcel parcel, Proceedings recorded, String doubt) throws InterruptedException {
    List<Playing> playings = Selection.of(corpus, profiles);
    refuseOthers(playings, recorded.results());
    Traces traces = Traces.read(parcel, byId(playings));
    Retrial retrial =
        new Retrial(
            corpus.rules(),
            target,
            ScriptedDriver.PROFILE,
            target.quota(),
            target.rigour(),
            traces.playings(),
            traces.measurings());
    List<Result> results = judged(retrial, playings, doubt);
    traces.playings().forEach(it -> refuse(it.playing().id(), it.tape()));
    traces.measurings().forEach(it -> refuse(inWords(it), it.tape()));
    refuseDisobedience(traces, retrial.wishes());
    refuseBaseless(traces, doubt, retrial.doubts());
    return compared(parcel, recorded, results, traces);
  }

  /** What was to be played, and nothing else, has a result. */
  private static void refuseOthers(List<Playing> playings, List<Case> cases) {
    for (int i = 0; i < Math.max(playings.size(), cases.size()); i++) {
      String wanted = i < playings.size() ? playings.get(i).id() : "nothing else";
      String there = i < cases.size() ? cases.get(i).name() : "nothing";
      if (!wanted.equals(there)) {
        throw new Refusal(
            "the results have %s where the profiles ask for %s".formatted(there, wanted));
      }
    }
  }

  private static Map<String, Playing> byId(List<Playing> playings) {
    Map<String, Playing> known = new LinkedHashMap<>();
    playings.forEach(playing -> known.put(playing.id(), playing));
    return known;
  }

  private static List<Result> judged(Retrial retrial, List<Playing> playings, String doubt)
      throws InterruptedException {
    try {
      return retrial.of(playings, doubt);
    } catch (MissingTrace missing) {
      throw new Refusal(String.valueOf(missing.getMessage()));
    }
  }

  private static void refuse(String whose, Tape tape) {
    tape.contradiction()
        .ifPresent(
            why -> {
              throw new Refusal("%s: the trace is not of this script: %s".formatted(whose, why));
            });
  }

  /** Plain sockets have no will of their own: what they send is the script's, and compared. */
  private static void refuseDisobedience(Traces traces, Set<Wish> wishes) {
    for (Played played : traces.playings()) {
      if (!played.playing().scenario().isAtWireLevel()) {
        refuseDisobedience(played.playing().id(), played.tape(), wishes);
      }
    }
    traces.measurings().forEach(it -> refuseDisobedience(inWords(it), it.tape(), wishes));
  }

  private static void refuseDisobedience(String whose, Tape tape, Set<Wish> wishes) {
    Obedience.breach(tape.take().entries(), wishes)
        .ifPresent(
            entry -> {
              throw new Refusal(
                  "%s: %s sends what the script does not ask for: %s"
                      .formatted(whose, entry.actor(), entry.what()));
            });
  }

  private static String inWords(Measured measured) {
    return "the measuring of '%s' in %s".formatted(measured.barrier(), measured.variant());
  }

  /** Doubt that nothing gave rise to would let weak evidence count where none was asked for. */
  private static void refuseBaseless(Traces traces, String doubt, Set<String> reasons) {
    List<String> doubts = new ArrayList<>();
    traces.playings().forEach(played -> doubts.addAll(played.doubts()));
    doubts.add(doubt);
    doubts.removeIf(it -> it.isEmpty() || reasons.contains(it));
    if (!doubts.isEmpty()) {
      throw new Refusal("no trace shows what is doubted: " + doubts.get(0));
    }
    if (doubt.isEmpty() && !reasons.isEmpty()) {
      throw new Refusal("a trace shows what is not doubted: " + reasons.iterator().next());
    }
  }

  private Derived compared(
      Parcel parcel, Proceedings recorded, List<Result> results, Traces traces) {
    List<Result> accepted = new ArrayList<>();
    List<String> underivable = new ArrayList<>();
    Minuting minuting = new Minuting(corpus.rules(), target, recorded);
    for (int i = 0; i < results.size(); i++) {
      Case there = recorded.results().get(i);
      Result derived = results.get(i);
      if (there.verdict() == Verdict.HARNESS_ERROR) {
        underivable.add(there.name());
        accepted.add(derived.but(Verdict.HARNESS_ERROR, derived.findings()));
      } else {
        Difference.between(there, minuting.told(derived))
            .ifPresent(
                why -> {
                  throw new Refusal(there.name() + ": " + why);
                });
        accepted.add(derived);
      }
    }
    Standings standings = Standings.of(profiles, accepted);
    refuseOther(parcel, Bundler.STANDINGS, standings.text());
    refuseOther(parcel, Bundler.RESULTS, minuting.text(accepted, standings));
    int conversations = traces.playings().size() + traces.measurings().size();
    return new Derived(results.size() - underivable.size(), conversations, underivable);
  }

  private static void refuseOther(Parcel parcel, String name, String derived) {
    String there = new String(parcel.file(name), StandardCharsets.UTF_8);
    if (!there.equals(derived)) {
      throw new Refusal(
          "%s says what does not follow from its playings: %s"
              .formatted(name, Difference.firstLine(there, derived)));
    }
  }
}
