package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.rule.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A verdict that is not green, in words: what was promised and by whom, what was expected, what
 * came instead.
 *
 * @param headline the scenario, its variant and its verdict
 * @param rows what explains it, in the order to be read
 * @param frames the end of the tape, a line each
 */
public record Explanation(String headline, List<Row> rows, List<String> frames) {
  private static final int FRAMES = 10;

  /** A labelled sentence. */
  public record Row(String label, String text) {}

  public static Explanation of(Result result, RuleBook rules) {
    List<Row> rows = new ArrayList<>();
    result.scenario().proves().stream()
        .flatMap(id -> rules.rule(id).stream())
        .forEach(rule -> rows.addAll(promise(rule)));
    result.findings().forEach(finding -> rows.addAll(mismatch(finding)));
    new LikelyCause(result).sentence().ifPresent(it -> rows.add(new Row("likely", it)));
    result.evidence().forEach(sentence -> rows.add(new Row("evidence", sentence)));
    result.negatives().forEach(negative -> rows.add(new Row("evidence", negative.inWords())));
    if (result.findings().isEmpty()) {
      rows.add(new Row("at", result.scenario().location().toString()));
    }
    TapeExcerpt.printed(FRAMES, result.tape()).forEach(line -> rows.add(new Row("stderr", line)));
    String headline = "%s: %s (%s)".formatted(result.id(), result.verdict(), result.level());
    return new Explanation(headline, List.copyOf(rows), TapeExcerpt.last(FRAMES, result.tape()));
  }

  private static List<Row> promise(Rule rule) {
    String sources =
        rule.sources().stream().map(Source::toString).collect(Collectors.joining("; "));
    return List.of(
        new Row("rule", rule.id() + " " + rule.level() + ": " + rule.text()),
        new Row("source", sources));
  }

  private static List<Row> mismatch(Finding finding) {
    return List.of(
        new Row("expected", finding.expected()),
        new Row("actual", finding.actual()),
        new Row("at", finding.where().toString()));
  }

  /** The whole of it as one text. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of(headline));
    rows.forEach(row -> lines.add("  " + row.label() + ": " + row.text()));
    frames.forEach(frame -> lines.add("  " + frame));
    return String.join("\n", lines);
  }
}
