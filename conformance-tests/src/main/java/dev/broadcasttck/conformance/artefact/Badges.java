package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as badges, in the form that shields.io asks an endpoint for: one for each corpus and
 * protocol version.
 */
final class Badges {
  private Badges() {}

  /** By the name of the file, such as {@code server-2.0.0.json}. */
  static Map<String, String> of(Proceedings proceedings) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    proceedings.results().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.corpus() + "-" + version(it), TreeMap::new, Collectors.toList()))
        .forEach((name, cases) -> tallies.put(name, new Tally(cases)));
    Map<String, String> badges = new LinkedHashMap<>();
    tallies.forEach((name, tally) -> badges.put(name + ".json", badge(name, tally, proceedings)));
    return badges;
  }

  private static String version(Case told) {
    return told.variant().equals("any") ? "any" : told.vsn();
  }

  private static String badge(String name, Tally tally, Proceedings proceedings) {
    ObjectNode badge = Json.object().put("schemaVersion", 1);
    badge.put("label", "broadcast " + name.replace('-', ' '));
    badge.put("message", message(tally, proceedings));
    badge.put("color", color(tally, proceedings));
    return Json.text(badge);
  }

  private static String message(Tally tally, Proceedings proceedings) {
    long passed = tally.of(Verdict.PASSED);
    return switch (tally.judgement()) {
      case CONFORMANT -> (proceedings.cutOff() ? "cut off, " : "conformant, ") + passed + " passed";
      case NOT_CONFORMANT -> tally.of(Verdict.FAILED) + " failed, " + passed + " passed";
      case INCONCLUSIVE -> passed == 0 ? "nothing shown" : "inconclusive, " + passed + " passed";
      case SUITE_AT_FAULT -> "suite at fault";
    };
  }

  private static String color(Tally tally, Proceedings proceedings) {
    return switch (tally.judgement()) {
      case CONFORMANT -> proceedings.cutOff() ? "yellow" : "brightgreen";
      case NOT_CONFORMANT -> "red";
      case INCONCLUSIVE -> "yellow";
      case SUITE_AT_FAULT -> "lightgrey";
    };
  }
}
