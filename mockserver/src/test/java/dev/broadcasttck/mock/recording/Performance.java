package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of playing a recording.
 *
 * @param heard the server's answers, by connection
 * @param stoppedAt the client's row that was never played because answers before it did not come
 */
record Performance(Map<String, List<Answer>> heard, Optional<Row> stoppedAt) {

  List<Answer> heard(String conn) {
    return heard.getOrDefault(conn, List.of());
  }

  /** Whether the play went as far as this row. */
  boolean reached(Row row) {
    return stoppedAt.map(stop -> row.line() < stop.line()).orElse(true);
  }
}
