package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of playing the same scenarios with several libraries at several servers.
 *
 * @param cells a pair each, libraries in their order, and for each the servers in theirs
 */
public record Matrix(List<Cell> cells) {
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
}
