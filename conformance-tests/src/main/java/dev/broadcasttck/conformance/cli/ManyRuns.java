package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Clerk.Keeping;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.spec.rule.RuleBook;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is reported of many runs as of one, each at a server of its own, it may be. */
final class ManyRuns {
  private final Surroundings surroundings;
  private final Instant started;
  private final Set<Secret> secrets = new LinkedHashSet<>();
  private Optional<Planted> first = Optional.empty();

  ManyRuns(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.started = surroundings.clock().instant();
  }

  /** A server at which one of the runs is played, with the secret that all of them send. */
  synchronized Planted at(Venue venue) {
    Planted planted =
        first.map(it -> new Planted(venue, it.canary())).orElseGet(() -> Planted.in(venue));
    first = first.or(() -> Optional.of(planted));
    secrets.addAll(planted.secrets());
    return planted;
  }

  synchronized Redaction redaction() {
    return new Redaction(List.copyOf(secrets));
  }

  /**
   * Writes what is wanted; nothing where no run had begun.
   *
   * @param seed of the first run's order
   */
  void write(
      ReportOptions wanted,
      RuleBook rules,
      Keeping keeping,
      Command command,
      long seed,
      Outcome outcome,
      Ending ending) {
    Clerk clerk = new Clerk(rules, redaction(), keeping, command);
    first
        .map(
            venue ->
                new Minutes(
                    Version.number(),
                    venue.endpoint(),
                    venue.name(),
                    Optional.empty(),
                    Optional.of(seed),
                    venue.canary(),
                    clerk,
                    surroundings.clock(),
                    started))
        .map(minutes -> minutes.of(outcome, ending, Map.of()))
        .ifPresent(it -> wanted.write(it, new SecretGate(clerk.redaction()), surroundings.out()));
  }
}
