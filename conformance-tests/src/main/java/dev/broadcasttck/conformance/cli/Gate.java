package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.baseline.Baseline;
import dev.broadcasttck.conformance.certify.Certificate;
import dev.broadcasttck.conformance.certify.Shown;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.shard.Shard;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
  RunListener before(RunListener reports) {
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
  void open(BiConsumer<String, ObjectNode> notes) {
    note(notes, "shard", shard.map(it -> it.note(selection)));
    note(notes, "profile", profile.map(Certificate::pending));
  }

  /** The whole run as it is held here; what else is known of it by now is written down. */
  Outcome close(Outcome outcome, BiConsumer<String, ObjectNode> notes) {
    Outcome known = baseline.map(it -> it.held(outcome)).orElse(outcome);
    Optional<Certificate> certificate = certificate(known.results());
    note(notes, "profile", certificate.map(Certificate::note));
    return known.remarking(certificate.map(Certificate::remark).stream().toList());
  }

  /** A part says nothing of a profile: its rules may be proven in another. */
  private Optional<Certificate> certificate(List<Result> results) {
    return shard.isPresent()
        ? Optional.empty()
        : profile.map(it -> Certificate.of(it, results.stream().map(Shown::by).toList()));
  }

  private static void note(
      BiConsumer<String, ObjectNode> notes, String name, Optional<ObjectNode> value) {
    value.ifPresent(it -> notes.accept(name, it));
  }

  private Result held(Result result) {
    return baseline.map(it -> it.held(result)).orElse(result);
  }
}
