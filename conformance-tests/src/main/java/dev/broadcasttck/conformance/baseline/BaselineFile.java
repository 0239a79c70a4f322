package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.run.PlayingPattern;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.TextFile;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A baseline as it is written.
 *
 * @param text the whole file
 * @param document what it says
 * @param entries in the order written
 */
public record BaselineFile(String text, YamlDocument document, List<BaselineEntry> entries) {
  private static final String SCHEMA = "baseline.schema.json";

  /**
   * Reads a user's.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with every problem of the file
   */
  public static BaselineFile read(Path file) {
    Problems problems = new Problems();
    String text = TextFile.read(file, problems);
    problems.refuseAny();
    return of(file.toString(), text);
  }

  static BaselineFile of(String name, String text) {
    Problems problems = new Problems();
    List<YamlDocument> documents = YamlSource.read(name, text, problems);
    if (documents.isEmpty() && problems.count() == 0) {
      problems.add(
          new Location(name, 1, 1), "the file is empty; ./tck baseline update writes a baseline");
    }
    if (documents.size() > 1) {
      problems.add(documents.get(1).at(""), "a second baseline; a file holds one");
    }
    problems.refuseAny();
    YamlDocument document = documents.get(0);
    if (SchemaCheck.named(SCHEMA).accepts(document, problems)) {
      review(document, problems);
    }
    problems.refuseAny();
    return new BaselineFile(text, document, entries(document));
  }

  /** What the schema cannot see: days that no calendar has, and patterns written twice. */
  private static void review(YamlDocument document, Problems problems) {
    Map<String, Location> known = new HashMap<>();
    List<Row> rows = rows(document);
    for (int i = 0; i < rows.size(); i++) {
      Location where = document.at("/entries/" + i + "/expires");
      try {
        LocalDate.parse(rows.get(i).word("expires"));
      } catch (DateTimeParseException e) {
        problems.add(where, "`" + rows.get(i).word("expires") + "` is no day of the calendar");
      }
      Location place = document.at("/entries/" + i + "/pattern");
      Location first = known.putIfAbsent(rows.get(i).word("pattern"), place);
      if (first != null) {
        problems.add(
            place,
            "`%s` is here twice, first in line %d"
                .formatted(rows.get(i).word("pattern"), first.line()));
      }
    }
  }

  private static List<BaselineEntry> entries(YamlDocument document) {
    List<Row> rows = rows(document);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> entry(rows.get(i), document.at("/entries/" + i)))
        .toList();
  }

  private static List<Row> rows(YamlDocument document) {
    return new Row(document.root()).rows("entries");
  }

  private static BaselineEntry entry(Row row, Location location) {
    return new BaselineEntry(
        new PlayingPattern(row.word("pattern")),
        Kind.written(row.word("kind")),
        row.word("reason"),
        row.text("issue"),
        row.word("owner"),
        LocalDate.parse(row.word("expires")),
        row.text("cause"),
        location);
  }
}
