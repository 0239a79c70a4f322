package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The results of a run, a row a chapter; a verdict that nothing got has no column. */
final class ChapterTable {
  private final List<Chapter> chapters;
  private final List<Verdict> columns;
  private final int titleWidth;

  ChapterTable(List<Result> results, RuleBook rules, int width) {
    this.chapters = Chapter.of(results, rules);
    this.columns =
        Arrays.stream(Verdict.values())
            .filter(v -> v == Verdict.PASSED || results.stream().anyMatch(r -> r.verdict() == v))
            .toList();
    int numbers = columns.stream().mapToInt(ChapterTable::columnWidth).sum();
    int longest = chapters.stream().mapToInt(c -> c.title().length()).max().orElse(0);
    this.titleWidth = Math.max(8, Math.min(longest, width - numbers));
  }

  List<String> rows() {
    List<String> rows = new ArrayList<>();
    StringBuilder head = new StringBuilder(fitted("chapter"));
    columns.forEach(verdict -> head.append("  ").append(heading(verdict)));
    rows.add(head.toString());
    chapters.forEach(chapter -> rows.add(row(chapter)));
    return rows;
  }

  private String row(Chapter chapter) {
    StringBuilder row = new StringBuilder(fitted(chapter.title()));
    for (Verdict verdict : columns) {
      long count = chapter.counts().getOrDefault(verdict, 0L);
      String cell = count == 0 ? "·" : Long.toString(count);
      row.append(" ".repeat(columnWidth(verdict) - cell.length())).append(cell);
    }
    return row.toString();
  }

  private String fitted(String title) {
    return title.length() > titleWidth
        ? title.substring(0, titleWidth - 1) + "…"
        : title + " ".repeat(titleWidth - title.length());
  }

  private static int columnWidth(Verdict verdict) {
    return heading(verdict).length() + 2;
  }

  private static String heading(Verdict verdict) {
    return switch (verdict) {
      case NOT_APPLICABLE -> "n/a";
      case HARNESS_ERROR -> "error";
      case KNOWN_FAILING -> "known";
      case KNOWN_FLAKY -> "flaky";
      case UNEXPECTED_PASS -> "unexpected";
      default -> verdict.toString();
    };
  }
}
