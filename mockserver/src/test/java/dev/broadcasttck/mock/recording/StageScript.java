package dev.broadcasttck.mock.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What has to be known beside a recording: what happened although the recording does not show it,
 * each with the line that it precedes, how frames go on that were cut, and what the recording
 * leaves open. It never holds an answer.
 */
record StageScript(List<JsonNode> lines) {

  /** Two lines of a connection of which the server may say either first. */
  record Race(int line, int other) {}

  /** The recorded rows with those of the script among them. */
  List<Row> into(List<Row> recorded) {
    List<Row> rows = new ArrayList<>();
    lines.stream().filter(line -> line.has("before")).forEach(l -> rows.add(row(l, recorded)));
    recorded.forEach(row -> rows.add(whole(row)));
    // The sort is stable: the script's rows stay before the lines that they precede.
    rows.sort(Comparator.comparingInt(Row::line));
    return List.copyOf(rows);
  }

  private static Row row(JsonNode line, List<Row> recorded) {
    Event event =
        RowReader.read(line)
            .filter(Event.Act.class::isInstance)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a stage script holds the client's acts only: " + line));
    int before = line.get("before").intValue();
    long at = line.path("t").asLong(at(before, recorded));
    return new Row(before, at, line.path("conn").asString(""), event);
  }

  private static long at(int line, List<Row> recorded) {
    return recorded.stream().filter(r -> r.line() >= line).findFirst().map(Row::at).orElse(0L);
  }

  /** A frame that was cut goes on with as many x as are missing, and ends as the script says. */
  private Row whole(Row row) {
    if (!(row.event() instanceof Event.Send send) || !Cut.isCut(send.frame())) {
      return row;
    }
    String ending =
        find(line -> line.path("line").asInt(0) == row.line())
            .orElseThrow(() -> new IllegalArgumentException("how does this go on? " + row.line()))
            .get("ending")
            .stringValue();
    return new Row(
        row.line(), row.at(), row.conn(), new Event.Send(Cut.of(send.frame()).goingOn(ending)));
  }

  Stream<Race> races() {
    return lines.stream()
        .filter(line -> line.has("race"))
        .map(line -> line.get("race"))
        .map(race -> new Race(race.get(0).intValue(), race.get(1).intValue()));
  }

  /** How long ago a token had expired that is called so. */
  Optional<Long> secondsExpired() {
    return find(line -> line.has("expired-seconds"))
        .map(line -> line.get("expired-seconds").longValue());
  }

  /** Why the mock answers otherwise, where it does so on purpose. */
  Optional<String> reasonToDiffer() {
    return find(line -> line.has("differs")).map(line -> line.get("differs").stringValue());
  }

  private Optional<JsonNode> find(Predicate<JsonNode> wanted) {
    return lines.stream().filter(wanted).findFirst();
  }
}
