package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import java.util.List;
import java.util.Optional;

/**
 * What came of one playing.
 *
 * @param id the scenario's
 * @param rules the ids of the rules that the scenario proves
 * @param level the strongest among those rules
 * @param vsn the protocol version
 * @param encoding how broadcasts were framed
 * @param variant both in one word, unique for a scenario
 * @param verdict what came of it
 * @param cause what it did not pass for, in words that are the same in each run
 * @param durationMs from its first step to its last
 * @param evidence what the verdict rests on, a sentence each
 * @param negatives what was shown not to happen
 * @param findings why the verdict is not {@code passed}
 * @param likely the likely cause in one sentence; empty where there is none to be named
 * @param title what holds where it passes
 * @param corpus the scenario's
 * @param chapter of the first rule
 * @param at where the scenario is written
 * @param again the command that plays exactly this again
 * @param client who played, where a run has several
 * @param target at whom, where a run has several
 * @param tape what happened; empty where it was not kept
 */
public record Case(
    String id,
    List<String> rules,
    Level level,
    String vsn,
    String encoding,
    String variant,
    Verdict verdict,
    Optional<String> cause,
    double durationMs,
    List<String> evidence,
    List<Negation> negatives,
    List<Mismatch> findings,
    String likely,
    String title,
    String corpus,
    String chapter,
    String at,
    String again,
    Optional<String> client,
    Optional<String> target,
    List<Line> tape) {

  /**
   * Why a verdict is not {@code passed}.
   *
   * @param at the step that did not hold
   */
  public record Mismatch(String at, String expected, String actual) {
    @Override
    public String toString() {
      return "expected " + expected + "; actual: " + actual;
    }
  }

  /**
   * Something that was shown not to happen.
   *
   * @param at the step that forbids it
   * @param grade what the proof is worth, A to D
   * @param barrier what was waited for
   * @param because why no better grade can be had; empty where nothing is amiss
   * @param sent how often the forbidden message was sent
   * @param leaked how many of them came where they must not
   */
  public record Negation(
      String at,
      String grade,
      String barrier,
      String because,
      int sent,
      int leaked,
      double costMs,
      double watchedMs) {}

  /** The scenario and its variant, unique in a run of one client at one server. */
  public String name() {
    return id + "@" + variant;
  }

  /** The same, unique in every run. */
  public String fullName() {
    String pair = client.map(it -> it + " at ").orElse("") + target.map(it -> it + ": ").orElse("");
    return pair + name();
  }

  public boolean isDoubtful() {
    return verdict != Verdict.PASSED && verdict != Verdict.NOT_APPLICABLE && !verdict.isForeseen();
  }

  /** All findings as one text, a line each; empty where there are none. */
  public String why() {
    return String.join("\n", findings.stream().map(Mismatch::toString).toList());
  }
}
