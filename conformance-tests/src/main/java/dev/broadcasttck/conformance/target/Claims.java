package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a target file claims, and whether the rest of the file bears it out.
 *
 * @param document a file of the right shape
 */
record Claims(YamlDocument document) {
  static final String MINT_TOKENS = "mint-tokens";

  /** What nobody can show who cannot do at the target what no client can. */
  private static final Set<String> STAGE_WORK =
      Set.of("move-clock", "shutdown", "database-broadcast");

  private static final int MEGABYTE = 1_000;

  /** The capabilities as written. */
  List<String> written() {
    return new Row(document.root()).words("capabilities");
  }

  /** The capabilities that can be put to the test. */
  Set<String> testable(boolean hasStageHand, boolean holdsSecret) {
    Set<String> claims = new LinkedHashSet<>(written());
    document.root().path("endpoints").propertyNames().forEach(claims::add);
    if (!hasStageHand) {
      claims.removeAll(STAGE_WORK);
    }
    if (holdsSecret) {
      claims.add(MINT_TOKENS);
    }
    return claims;
  }

  void review(Quota quota, Problems problems) {
    List<String> claims = written();
    if (claims.contains("binary-frames") && !claims.contains("version-2")) {
      complain(problems, "binary-frames", "only version 2 has them; claim `version-2` too");
    }
    if (claims.contains("private-channels") && !document.root().at("/topics").has("read-write")) {
      complain(problems, "private-channels", "`topics` is to say how those `read-write` are named");
    }
    if (claims.contains("large-frames") && quota.payloadKilobytes() < MEGABYTE) {
      complain(
          problems, "large-frames", "`payload-kilobytes` is to allow " + MEGABYTE + " at least");
    }
  }

  /** What is right, and yet will surprise. */
  void remark(boolean hasStageHand, Problems notes) {
    written().stream()
        .filter(claim -> STAGE_WORK.contains(claim) && !hasStageHand)
        .forEach(
            claim ->
                complain(
                    notes, claim, "not put to the test: nobody here can make the target do it"));
  }

  void complain(Problems problems, String claim, String what) {
    int place = written().indexOf(claim);
    problems.add(document.at("/capabilities/" + place), "`" + claim + "`: " + what);
  }
}
