package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.record.Case.Mismatch;
import dev.broadcasttck.conformance.record.Case.Negation;
import dev.broadcasttck.conformance.report.LikelyCause;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.rule.Source;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes results down as cases, without anything secret.
 *
 * @param redaction of everything that is written down
 * @param keeping whose tapes are kept
 * @param command that was given, without its selection and its secrets
 */
public record Clerk(RuleBook rules, Redaction redaction, Keeping keeping, Command command) {

  /** Whose tapes are kept. */
  public enum Keeping {
    /** Of what is not green. */
    DOUBTFUL,
    /** Of all. */
    ALL,
    /** Of none: somebody else keeps them. */
    NONE
  }

  /**
   * A command that plays something again.
   *
   * @param head before the selection
   * @param tail behind it
   */
  public record Command(String head, String tail) {
    String selecting(String id) {
      return head + " --only '" + id + "'" + tail;
    }

    @Override
    public String toString() {
      return head + tail;
    }
  }

  /** One playing. */
  public Case write(Result result) {
    return write(result, Optional.empty(), Optional.empty());
  }

  /** One playing of many, by one client of several and at one server of several. */
  public Case write(Result result, Optional<String> client, Optional<String> target) {
    String first = result.scenario().proves().get(0);
    return new Case(
        result.scenario().id(),
        result.scenario().proves(),
        result.level(),
        result.variant().vsn().vsn(),
        result.variant().encoding().name().toLowerCase(Locale.ROOT),
        result.variant().toString(),
        result.verdict(),
        result.cause().map(redaction::redact),
        millis(result.duration()),
        result.evidence().stream().map(redaction::redact).toList(),
        result.negatives().stream().map(this::negation).toList(),
        result.findings().stream().map(this::mismatch).toList(),
        new LikelyCause(result).sentence().orElse(""),
        result.scenario().title(),
        result.scenario().corpus(),
        rules.rule(first).map(Rule::chapter).orElse(first),
        result.scenario().location().toString(),
        redaction.redact(command.selecting(result.id())),
        client,
        target,
        tape(result));
  }

  /** The rules that some cases are about. */
  public List<Law> laws(Collection<Case> cases) {
    Set<String> ids = cases.stream().flatMap(it -> it.rules().stream()).collect(Collectors.toSet());
    return rules.rules().stream().filter(rule -> ids.contains(rule.id())).map(Clerk::law).toList();
  }

  private static Law law(Rule rule) {
    return new Law(
        rule.id(),
        rule.level(),
        rule.chapter(),
        rule.binds().stream().map(it -> it.name().toLowerCase(Locale.ROOT)).sorted().toList(),
        rule.text(),
        rule.sources().stream().map(Source::toString).toList());
  }

  private List<Line> tape(Result result) {
    boolean isGreen =
        result.verdict() == Verdict.PASSED || result.verdict() == Verdict.NOT_APPLICABLE;
    boolean isKept = keeping == Keeping.ALL || (keeping == Keeping.DOUBTFUL && !isGreen);
    return isKept ? new Transcript(redaction).of(result.tape()) : List.of();
  }

  private Mismatch mismatch(Finding finding) {
    return new Mismatch(
        finding.where().toString(),
        redaction.redact(finding.expected()),
        redaction.redact(finding.actual()));
  }

  private Negation negation(Negative negative) {
    return new Negation(
        negative.where().toString(),
        negative.grade().name(),
        negative.barrier().toString(),
        redaction.redact(negative.because()),
        negative.sent(),
        0,
        millis(negative.cost()),
        millis(negative.watched()));
  }

  static double millis(Duration duration) {
    return duration.truncatedTo(ChronoUnit.MICROS).toNanos() / 1e6;
  }
}
