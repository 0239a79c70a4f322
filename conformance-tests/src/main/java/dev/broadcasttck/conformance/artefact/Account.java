package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Case.Mismatch;
import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Proceedings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a case is not green, in plain lines for those formats that have one field for all of it. */
record Account(Proceedings proceedings, Case told) {
  private static final int FRAMES = 20;

  /** The one sentence to be read first. */
  String headline() {
    return told.findings().stream()
        .findFirst()
        .map(Mismatch::toString)
        .orElse(told.verdict().toString());
  }

  /** Everything but the frames. */
  String reasons() {
    List<String> lines = new ArrayList<>();
    told.rules().stream()
        .flatMap(id -> proceedings.rule(id).stream())
        .forEach(
            law -> {
              lines.add("rule: " + law.id() + " " + law.level() + ": " + law.text());
              lines.add("source: " + String.join("; ", law.sources()));
            });
    for (Mismatch finding : told.findings()) {
      lines.add("expected: " + finding.expected());
      lines.add("actual: " + finding.actual());
      lines.add("at: " + finding.at());
    }
    if (!told.likely().isEmpty()) {
      lines.add("likely cause: " + told.likely());
    }
    lines.add("again: " + told.again());
    return String.join("\n", lines);
  }

  /** The end of the tape, a line each. */
  String frames() {
    List<Line> tape = told.tape();
    return tape.subList(Math.max(0, tape.size() - FRAMES), tape.size()).stream()
        .map(Line::inRow)
        .collect(Collectors.joining("\n"));
  }

  /** The file in which the step is written that did not hold, else the scenario. */
  String file() {
    return place().replaceFirst(":\\d+$", "");
  }

  int line() {
    String line = place().replaceFirst("^.*:", "");
    return line.matches("\\d{1,9}") ? Integer.parseInt(line) : 1;
  }

  private String place() {
    return told.findings().stream().findFirst().map(Mismatch::at).orElse(told.at());
  }
}
