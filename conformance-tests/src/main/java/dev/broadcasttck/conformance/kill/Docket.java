package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Trials as lines for a terminal. */
public final class Docket {
  private static final String ROW = "%-42s %-8s %11s %9s %6s  %s";

  /** What stands above the columns. */
  public static final String HEADING =
      ROW.formatted("mutant", "verdict", "activations", "failed", "others", "breaks");

  private Docket() {}

  /** A line for the trial, and one for each thing that is wrong with it. */
  public static List<String> lines(Trial trial) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted(
            trial.mutant().name(),
            trial.isKilled() ? "killed" : "ALIVE",
            trial.activations(),
            trial.failed().count() + "/" + trial.proving().size(),
            trial.collateral().size() + "/" + trial.others().size(),
            String.join(" ", trial.mutant().violates().stream().sorted().toList())));
    trial.escapes().forEach(rule -> lines.add("    not caught under " + rule));
    trial.stumbles().forEach(result -> lines.add("    " + inWords(result)));
    trial.missed().forEach(it -> lines.add("    passed though it showed: " + it.result().id()));
    trial.collateral().stream()
        .filter(sighting -> !sighting.shown())
        .forEach(it -> lines.add("    red though it did not show: " + inWords(it.result())));
    if (!trial.isKilled()) {
      trial.proving().stream()
          .filter(result -> result.verdict() != Verdict.FAILED)
          .forEach(result -> lines.add("    " + inWords(result)));
    }
    return lines;
  }

  static String inWords(Result result) {
    return "%s %s %s".formatted(result.verdict(), result.id(), result.findings());
  }
}
