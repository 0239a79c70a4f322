package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Clerk.Keeping;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.ResultsFile;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes derived results down as the run's own were. What no trace can show is taken from those:
 * the tool's version, the command, and when and how long was played.
 */
record Minuting(RuleBook rules, RememberedTarget target, Proceedings recorded) {

  Case told(Result derived) {
    return clerk().write(derived);
  }

  /** The file of results. */
  String text(List<Result> derived, Standings standings) {
    Outcome outcome =
        new Outcome(derived, time(recorded.durationMs()), time(recorded.negatives().drainMs()));
    Outcome remarked = standings.remarkedOn(outcome);
    return ResultsFile.text(minutes().of(remarked, Ending.regular(remarked), Map.of()));
  }

  private Minutes minutes() {
    return new Minutes(
        recorded.tool().version(),
        endpoint(),
        target.name(),
        Optional.empty(),
        Optional.empty(),
        new Secret(Redaction.PLACEHOLDER),
        clerk(),
        Clock.fixed(recorded.ended(), ZoneOffset.UTC),
        recorded.started());
  }

  private Clerk clerk() {
    return new Clerk(rules, Redaction.NONE, Keeping.NONE, new Command(recorded.command(), ""));
  }

  private Endpoint endpoint() {
    return target.premises(Optional.empty()).map(Premises::endpoint).orElseThrow();
  }

  private static Duration time(double millis) {
    return Duration.of(Math.round(millis * 1000), ChronoUnit.MICROS);
  }
}
