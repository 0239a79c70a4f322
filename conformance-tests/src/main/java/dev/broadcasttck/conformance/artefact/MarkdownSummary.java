package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as Markdown, short enough for the summary of a CI job. */
final class MarkdownSummary {
  /** GitHub takes a mebibyte of it. */
  private static final int MOST_FAILURES = 50;

  private static final int LONGEST = 600;

  private MarkdownSummary() {}

  static String of(Proceedings proceedings) {
    List<String> lines = new ArrayList<>();
    Tally tally = new Tally(proceedings.results());
    lines.add("## Broadcast TCK: " + Tally.judgement(proceedings));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s in %.1f s.",
            escaped(proceedings.subject()),
            tally.inWords().isEmpty() ? "nothing was played" : tally.inWords(),
            proceedings.durationMs() / 1e3));
    proceedings
        .cutOffBecause()
        .ifPresent(why -> lines.addAll(List.of("", "**Cut off:** " + escaped(why) + ".")));
    lines.addAll(causes(tally));
    lines.addAll(table(tally));
    List<Case> doubtful = proceedings.doubtful();
    doubtful.stream()
        .limit(MOST_FAILURES)
        .forEach(it -> lines.addAll(failure(new Account(proceedings, it))));
    if (doubtful.size() > MOST_FAILURES) {
      lines.addAll(List.of("", "And %d more.".formatted(doubtful.size() - MOST_FAILURES)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> causes(Tally tally) {
    List<String> lines = new ArrayList<>();
    if (!tally.causes().isEmpty()) {
      lines.addAll(List.of("", "Likely causes:", ""));
    }
    tally
        .causes()
        .forEach((cause, cases) -> lines.add("* %d × %s".formatted(cases.size(), escaped(cause))));
    return lines;
  }

  private static List<String> table(Tally tally) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| chapter | level | passed | failed | inconclusive | n/a | error |");
    lines.add("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    tally
        .byChapterAndLevel()
        .forEach(
            (chapter, levels) ->
                levels.forEach((level, cases) -> lines.add(row(chapter, level, cases))));
    return lines;
  }

  private static String row(String chapter, String level, Tally cases) {
    return "| %s | %s | %d | %d | %d | %d | %d |"
        .formatted(
            escaped(chapter),
            level,
            cases.of(Verdict.PASSED),
            cases.of(Verdict.FAILED),
            cases.of(Verdict.INCONCLUSIVE),
            cases.of(Verdict.NOT_APPLICABLE),
            cases.of(Verdict.HARNESS_ERROR));
  }

  private static List<String> failure(Account account) {
    List<String> lines = new ArrayList<>();
    Case told = account.told();
    lines.add("");
    lines.add(
        "<details><summary><code>%s</code>: %s (%s)</summary>"
            .formatted(escaped(told.fullName()), told.verdict(), told.level()));
    lines.add("");
    account.reasons().lines().forEach(it -> lines.add("    " + clipped(it)));
    lines.add("");
    account.frames().lines().forEach(it -> lines.add("    " + clipped(it)));
    lines.add("");
    lines.add("</details>");
    return lines;
  }

  private static String clipped(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("\n", " ");
  }
}
