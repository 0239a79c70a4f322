package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A run in the Test Anything Protocol, version 14. */
final class Tap {
  private Tap() {}

  static String of(Proceedings proceedings) {
    List<String> lines = new ArrayList<>();
    lines.add("TAP version 14");
    lines.add("1.." + proceedings.results().size());
    lines.add("# Broadcast TCK " + proceedings.tool().version() + ": " + proceedings.subject());
    int number = 0;
    for (Case told : proceedings.results()) {
      lines.addAll(point(++number, proceedings, told));
    }
    if (proceedings.cutOff()) {
      lines.add("Bail out! " + oneLine(proceedings.cutOffBecause().orElse("the run was stopped")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> point(int number, Proceedings proceedings, Case told) {
    Account account = new Account(proceedings, told);
    String head = (told.isDoubtful() ? "not ok " : "ok ") + number + " - ";
    String name = told.fullName().replace("\\", "\\\\").replace("#", "\\#");
    if (told.verdict() == Verdict.NOT_APPLICABLE) {
      return List.of(head + name + " # SKIP " + oneLine(account.headline()));
    }
    return told.isDoubtful()
        ? List.of(
            head + name,
            "  ---",
            "  verdict: " + Json.quoted(told.verdict().toString()),
            "  level: " + Json.quoted(told.level().name()),
            "  message: " + Json.quoted(account.headline()),
            "  why: " + Json.quoted(account.reasons()),
            "  frames: " + Json.quoted(account.frames()),
            "  ...")
        : List.of(head + name);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replace("#", "\\#");
  }
}
