package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.certify.Certificate;
import dev.broadcasttck.conformance.certify.Shown;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.profile.Profile;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** How profiles stand by a run. */
public record Standings(List<Certificate> certificates) {

  public static Standings of(List<Profile> profiles, List<Result> results) {
    List<Shown> shown = results.stream().map(Shown::by).toList();
    return new Standings(profiles.stream().map(it -> Certificate.of(it, shown)).toList());
  }

  /** The run with what is to be said of them. */
  public Outcome remarkedOn(Outcome outcome) {
    return outcome.remarking(certificates.stream().map(Certificate::remark).toList());
  }

  /** As the bundle has them. */
  String text() {
    ArrayNode all = Json.array();
    certificates.forEach(it -> all.add(it.note()));
    return Json.write(all) + "\n";
  }
}
