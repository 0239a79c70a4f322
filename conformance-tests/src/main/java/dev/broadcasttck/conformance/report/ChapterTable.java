package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The results of a run, a row for each level in each chapter; a verdict that nothing got has no
 * column.
 */
final class ChapterTable {
  private static final int LEVEL_WIDTH = 10;

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
    this.titleWidth = Math.max(8, Math.min(longest, width - numbers - LEVEL_WIDTH));
  }

  List<String> rows() {
    List<String> rows = new ArrayList<>();
    StringBuilder head = new StringBuilder(fitted("chapter")).append(level("level"));
    columns.forEach(verdict -> head.append("  ").append(heading(verdict)));
    rows.add(head.toString());
    String above = "";
    for (Chapter chapter : chapters) {
      rows.add(row(chapter, chapter.title().equals(above) ? "" : chapter.title()));
      above = chapter.title();
    }
    return rows;
  }

  private String row(Chapter chapter, String title) {
    StringBuilder row = new StringBuilder(fitted(title)).append(level(chapter.level().name()));
    for (Verdict verdict : columns) {
      long count = chapter.counts().getOrDefault(verdict, 0L);
      String cell = count == 0 ? "·" : Long.toString(count);
      row.append(" ".repeat(columnWidth(verdict) - cell.length())).append(cell);
    }
    return row.toString();
  }

  private static String level(String name) {
    return "  " + name + " ".repeat(LEVEL_WIDTH - 2 - name.length());
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
