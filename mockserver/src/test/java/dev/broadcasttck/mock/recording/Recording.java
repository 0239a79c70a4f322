package dev.broadcasttck.mock.recording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a client and a real server said to each other, in the order of its being written down. */
record Recording(String name, List<Row> rows) {

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
