package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.baseline.Baseline;
import dev.broadcasttck.conformance.certify.Certificate;
import dev.broadcasttck.conformance.certify.Shown;
import dev.broadcasttck.conformance.report.Reports;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.shard.Shard;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.profile.Profile;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What results pass on their way from the run to the reports.
 *
 * @param baseline what is known not to pass
 * @param profile what the subject is to be certified for
 * @param shard the part that is played
 * @param selection everything that is played, in this part and in the others
 */
record Gate(
    Optional<Baseline> baseline,
    Optional<Profile> profile,
    Optional<Shard> shard,
    List<Playing> selection) {

  /** The same for another selection. */
  Gate selecting(List<Playing> others) {
    return new Gate(baseline, profile, shard, others);
  }

  /** Tells the reports of each result as it is held here. */
  RunListener before(Reports reports) {
    return new RunListener() {
      @Override
      public void began(int total) {
        reports.began(total);
      }

      @Override
      public void started(Playing playing) {
        reports.started(playing);
      }

      @Override
      public void finished(Result result) {
        reports.finished(held(result));
      }
    };
  }

  /** Has written down what was agreed before the run. */
  void open(Reports reports) {
    note(reports, "shard", shard.map(it -> it.note(selection)));
    note(reports, "profile", profile.map(Certificate::pending));
  }

  /** Tells the reports of the whole run as it is held here. */
  Outcome close(Outcome outcome, Reports reports) {
    Outcome known = baseline.map(it -> it.held(outcome)).orElse(outcome);
    Optional<Certificate> certificate = certificate(known.results());
    note(reports, "profile", certificate.map(Certificate::note));
    Outcome held = known.remarking(certificate.map(Certificate::remark).stream().toList());
    reports.ended(held);
    return held;
  }

  /** A part says nothing of a profile: its rules may be proven in another. */
  private Optional<Certificate> certificate(List<Result> results) {
    return shard.isPresent()
        ? Optional.empty()
        : profile.map(it -> Certificate.of(it, results.stream().map(Shown::by).toList()));
  }

  private static void note(Reports reports, String name, Optional<ObjectNode> value) {
    value.ifPresent(it -> reports.json().ifPresent(report -> report.note(name, it)));
  }

  private Result held(Result result) {
    return baseline.map(it -> it.held(result)).orElse(result);
  }
}
