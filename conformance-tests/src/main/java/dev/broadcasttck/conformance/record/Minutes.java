package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.record.Proceedings.Address;
import dev.broadcasttck.conformance.record.Proceedings.Player;
import dev.broadcasttck.conformance.record.Proceedings.Tool;
import dev.broadcasttck.conformance.record.Proceedings.Totals;
import dev.broadcasttck.conformance.report.Negatives;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The head of a record, taken down when a run begins.
 *
 * @param version of this tool
 * @param endpoint what is asked; its key and headers are not written
 * @param target what it is called
 * @param client who plays, if only one does
 * @param seed of the order, if there is one
 * @param canary the secret that this run has made up
 */
public record Minutes(
    String version,
    Endpoint endpoint,
    String target,
    Optional<Player> client,
    Optional<Long> seed,
    Secret canary,
    Clerk clerk,
    Clock clock,
    Instant started) {
  private static final String NAME = "broadcast-tck";

  /** The record of a run of one client at one server. */
  public Proceedings of(Outcome outcome, Ending ending, Map<String, ObjectNode> notes) {
    return of(outcome.results().stream().map(clerk::write).toList(), outcome, ending, notes);
  }

  /**
   * The record of cases that are written already.
   *
   * @param notes what stands beside them: {@code profile} and {@code shard}
   */
  public Proceedings of(
      List<Case> cases, Outcome outcome, Ending ending, Map<String, ObjectNode> notes) {
    return new Proceedings(
        Proceedings.FORMAT,
        new Tool(NAME, version),
        started,
        clock.instant(),
        Clerk.millis(outcome.took()),
        new Address(bare(endpoint.socket()), bare(endpoint.broadcast())),
        target,
        client,
        clerk.redaction().redact(clerk.command().toString()),
        cases.stream().map(Case::corpus).distinct().toList(),
        seed,
        ending.stopped().isPresent(),
        ending.stopped(),
        ending.exitCode(),
        summary(cases),
        totals(outcome),
        Optional.of(outcome.remarks().stream().map(Remark::sentence).toList())
            .filter(remarks -> !remarks.isEmpty()),
        Optional.ofNullable(notes.get("profile")),
        Optional.ofNullable(notes.get("shard")),
        Optional.empty(),
        clerk.redaction().redact(canary.reveal()),
        clerk.laws(cases),
        cases);
  }

  private static Map<String, Long> summary(List<Case> cases) {
    Map<String, Long> summary = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      long count = cases.stream().filter(it -> it.verdict() == verdict).count();
      summary.put(verdict.toString(), count);
    }
    return summary;
  }

  private static Totals totals(Outcome outcome) {
    Negatives negatives = new Negatives(outcome);
    Map<String, Long> grades = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      grades.put(grade.name(), negatives.count(grade));
    }
    return new Totals(
        grades,
        negatives.controls(),
        negatives.cost(Grade.A).map(Clerk::millis),
        Clerk.millis(outcome.drained()));
  }

  /** Without the places where an address can hold a secret. */
  private static String bare(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }
}
