package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.HangUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings of this project, each with its stage script where it has one. */
final class Recordings {
  private static final Path FOLDER = Path.of("..", "spec", "recordings");
  private static final String SUFFIX = ".jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  private Recordings() {}

  /** All of them, by name. */
  static List<Recording> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .sorted()
          .map(file -> named(file.substring(0, file.length() - SUFFIX.length())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no recordings in " + FOLDER.toAbsolutePath(), e);
    }
  }

  static Recording named(String name) {
    Path file = FOLDER.resolve("stage").resolve(name + SUFFIX);
    StageScript script = new StageScript(Files.exists(file) ? lines(file) : List.of());
    List<Row> rows = rows(lines(FOLDER.resolve(name + SUFFIX)));
    return new Recording(name, script.into(withoutSecondEnds(rows)), script);
  }

  private static List<Row> rows(List<JsonNode> lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      JsonNode line = lines.get(i);
      long at = line.get("t").longValue();
      String conn = line.path("conn").asString("");
      RowReader.read(line).ifPresent(event -> rows.add(new Row(number, at, conn, event)));
    }
    return rows;
  }

  /**
   * What the recording client says of a socket that it does not have any more, or never had, is no
   * answer of the server's.
   */
  private static List<Row> withoutSecondEnds(List<Row> rows) {
    Set<String> ended = new HashSet<>();
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      boolean isOver = ended.contains(row.conn()) && isEnd(row.event());
      if (row.event() instanceof Answer answer && answer.isLast()) {
        ended.add(row.conn());
      }
      if (!isOver) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static boolean isEnd(Event event) {
    return event instanceof HangUp || event instanceof Closed;
  }

  private static List<JsonNode> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
