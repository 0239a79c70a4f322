package dev.broadcasttck.mock.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the client did although the recording does not show it: rows like a recording's, each with
 * the line that it precedes. It never holds an answer.
 */
record StageScript(List<JsonNode> lines) {
  static final String SUFFIX = ".stage.jsonl";

  /** The recorded rows with those of the script among them. */
  List<Row> into(List<Row> recorded) {
    List<Row> rows = new ArrayList<>();
    lines.forEach(line -> rows.add(row(line)));
    rows.addAll(recorded);
    // The sort is stable: the script's rows stay before the lines that they precede.
    rows.sort(Comparator.comparingInt(Row::line));
    return List.copyOf(rows);
  }

  private static Row row(JsonNode line) {
    Event event =
        RowReader.read(line)
            .filter(Event.Act.class::isInstance)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a stage script holds the client's acts only: " + line));
    return new Row(line.get("before").intValue(), line.get("conn").stringValue(), event);
  }
}
