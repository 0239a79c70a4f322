package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.HangUp;
import dev.broadcasttck.mock.recording.Event.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
          .filter(file -> file.endsWith(SUFFIX) && !file.endsWith(StageScript.SUFFIX))
          .sorted()
          .map(file -> named(file.substring(0, file.length() - SUFFIX.length())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no recordings in " + FOLDER.toAbsolutePath(), e);
    }
  }

  static Recording named(String name) {
    Path scriptFile = FOLDER.resolve(name + StageScript.SUFFIX);
    StageScript script = new StageScript(Files.exists(scriptFile) ? lines(scriptFile) : List.of());
    List<Row> rows = rows(lines(FOLDER.resolve(name + SUFFIX)));
    return new Recording(name, script.into(withoutEndsOfRefusedSockets(rows)));
  }

  private static List<Row> rows(List<JsonNode> lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      String conn = lines.get(i).path("conn").asString("");
      RowReader.read(lines.get(i)).ifPresent(event -> rows.add(new Row(line, conn, event)));
    }
    return rows;
  }

  /** What the recording client says of a socket that it never had is no answer of the server's. */
  private static List<Row> withoutEndsOfRefusedSockets(List<Row> rows) {
    Set<String> refused =
        rows.stream()
            .filter(row -> row.event() instanceof Response response && response.isLast())
            .map(Row::conn)
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> !(refused.contains(row.conn()) && isEnd(row.event())))
        .toList();
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
