package dev.broadcasttck.mock.recording;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a client and a real server said to each other, in the order of its being written down. */
record Recording(String name, List<Row> rows, StageScript script) {

  Recording withRows(List<Row> others) {
    return new Recording(name, List.copyOf(others), script);
  }

  /** When it began, by the server's first answer to a request; to the second. */
  Instant began() {
    return rows.stream()
        .filter(row -> row.event() instanceof Event.Response)
        .findFirst()
        .map(row -> date((Event.Response) row.event()).minusMillis(row.at()))
        .orElse(Instant.EPOCH);
  }

  private static Instant date(Event.Response response) {
    return Instant.from(RFC_1123_DATE_TIME.parse(response.headers().get("date")));
  }

  /** The names of the connections, in the order of their first rows. */
  Set<String> connections() {
    Set<String> names = new LinkedHashSet<>();
    rows.stream().filter(row -> !row.conn().isEmpty()).forEach(row -> names.add(row.conn()));
    return names;
  }

  /** The server's rows on a connection. */
  List<Row> answers(String conn) {
    return rows.stream()
        .filter(row -> row.conn().equals(conn) && row.event() instanceof Event.Answer)
        .toList();
  }

  /** The last row of a connection. */
  Row last(String conn) {
    return rows.stream().filter(row -> row.conn().equals(conn)).reduce((a, b) -> b).orElseThrow();
  }

  /** The client's last row on a connection before one of its rows. */
  Optional<Row> actBefore(Row row) {
    return lastBefore(row, r -> r.conn().equals(row.conn()) && r.event() instanceof Event.Act);
  }

  /** The recorder's last remark before a row. */
  Optional<Row> noteBefore(Row row) {
    return lastBefore(row, r -> r.event() instanceof Event.Note);
  }

  private Optional<Row> lastBefore(Row row, Predicate<Row> wanted) {
    return rows.subList(0, rows.indexOf(row)).stream().filter(wanted).reduce((a, b) -> b);
  }

  @Override
  public String toString() {
    return name;
  }
}
