package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of playing the same scenarios with several libraries at several servers.
 *
 * @param cells a pair each, libraries in their order, and for each the servers in theirs
 */
public record Matrix(List<Cell> cells) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One library at one server.
   *
   * @param library its name and version
   * @param target the server's name
   */
  public record Cell(String library, String target, Outcome outcome) {
    Map<Verdict, Long> counts() {
      return outcome.results().stream()
          .collect(
              Collectors.groupingBy(
                  Result::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    }

    String inWords() {
      return counts().entrySet().stream()
          .map(count -> count.getValue() + " " + count.getKey())
          .collect(Collectors.joining(", "));
    }

    /** What is neither green nor out of the question. */
    List<Result> doubtful() {
      return outcome.results().stream()
          .filter(it -> it.verdict() != Verdict.PASSED && it.verdict() != Verdict.NOT_APPLICABLE)
          .toList();
    }
  }

  public Matrix {
    cells = List.copyOf(cells);
  }

  /** A line for each library, a column for each server. */
  public List<String> table() {
    List<String> targets = cells.stream().map(Cell::target).distinct().toList();
    List<String> libraries = cells.stream().map(Cell::library).distinct().toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(prepended("", targets));
    for (String library : libraries) {
      rows.add(
          prepended(
              library, targets.stream().map(target -> cell(library, target).inWords()).toList()));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column <= targets.size(); column++) {
      int index = column;
      widths.add(rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** The same for machines, with each pair's results. */
  public String json() {
    ObjectNode matrix = JSON.createObjectNode().put("format", 1);
    ArrayNode pairs = matrix.putArray("pairs");
    for (Cell cell : cells) {
      ObjectNode pair = pairs.addObject();
      pair.put("sdk", cell.library()).put("target", cell.target());
      pair.put("exitCode", cell.outcome().exitCode().code());
      ObjectNode summary = pair.putObject("summary");
      cell.counts().forEach((verdict, count) -> summary.put(verdict.toString(), count));
      ObjectNode results = pair.putObject("results");
      cell.outcome().results().forEach(it -> results.put(it.id(), it.verdict().toString()));
    }
    return JSON.writeValueAsString(matrix) + "\n";
  }

  /** The same for a browser, with a sentence for each result that is not green. */
  public String html() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>Broadcast TCK: matrix</title>
        <style>
        body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem; max-width: 70rem }
        table { border-collapse: collapse } th, td { border: 1px solid #bbb; padding: .4rem .8rem; text-align: left }
        .good { background: #dff3df } .bad { background: #f8dcdc } .doubtful { background: #fbf0cf }
        code { font-size: .9em }
        </style>
        <h1>Broadcast TCK: matrix</h1>
        <table><tr><th></th>""");
    List<String> targets = cells.stream().map(Cell::target).distinct().toList();
    targets.forEach(target -> page.append("<th>").append(escaped(target)).append("</th>"));
    for (String library : cells.stream().map(Cell::library).distinct().toList()) {
      page.append("</tr>\n<tr><th>").append(escaped(library)).append("</th>");
      for (String target : targets) {
        Cell cell = cell(library, target);
        page.append("<td class=\"%s\">%s</td>".formatted(colour(cell), escaped(cell.inWords())));
      }
    }
    page.append("</tr></table>\n");
    cells.stream().filter(cell -> !cell.doubtful().isEmpty()).forEach(it -> describe(it, page));
    return page.append("</html>\n").toString();
  }

  private static void describe(Cell cell, StringBuilder page) {
    page.append(
        "<h2>%s at %s</h2>\n<ul>\n".formatted(escaped(cell.library()), escaped(cell.target())));
    for (Result result : cell.doubtful()) {
      String why =
          result.findings().stream().map(Matrix::inWords).collect(Collectors.joining("; "));
      page.append(
          "<li><code>%s</code>: %s. %s</li>\n"
              .formatted(escaped(result.id()), escaped(result.verdict().toString()), escaped(why)));
    }
    page.append("</ul>\n");
  }

  private static String inWords(Finding finding) {
    return "expected: " + finding.expected() + "; actual: " + finding.actual();
  }

  private static String colour(Cell cell) {
    return switch (cell.outcome().exitCode()) {
      case CONFORMANT -> "good";
      case INCONCLUSIVE -> "doubtful";
      default -> "bad";
    };
  }

  private Cell cell(String library, String target) {
    return cells.stream()
        .filter(cell -> cell.library().equals(library) && cell.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> prepended(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
