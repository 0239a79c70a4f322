package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Mismatch.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a mock answered with what was recorded, connection by connection: within one the
 * order counts, between two it does not.
 */
final class Comparison {
  private final Recording recording;
  private final Performance performance;
  private final Tally tally;
  private final Aliases aliases;
  private final Inspector inspector;

  Comparison(Recording recording, Performance performance, Tally tally) {
    this(recording, performance, tally, new Inspector());
  }

  Comparison(Recording recording, Performance performance, Tally tally, Inspector inspector) {
    this.inspector = inspector;
    this.recording = recording;
    this.performance = performance;
    this.tally = tally;
    this.aliases = new Aliases(tally);
  }

  /** At most one a connection, since all that follows a first mismatch may follow from it. */
  List<Mismatch> mismatches() {
    return recording.connections().stream().flatMap(conn -> first(conn).stream()).toList();
  }

  private Optional<Mismatch> first(String conn) {
    List<Row> due = recording.answers(conn).stream().filter(performance::reached).toList();
    List<Answer> heard = raced(due, performance.heard(conn));
    for (int i = 0; i < due.size(); i++) {
      Optional<Mismatch> mismatch = at(i, due, heard);
      if (mismatch.isPresent()) {
        return mismatch;
      }
    }
    return performance.stoppedAt().isPresent() || heard.size() <= due.size()
        ? Optional.empty()
        : Optional.of(
            mismatch(recording.last(conn), Kind.SURPLUS, Optional.of(heard.get(due.size()))));
  }

  /** What was heard, with the answers of a race in the recorded order. */
  private List<Answer> raced(List<Row> due, List<Answer> heard) {
    List<Answer> sorted = new ArrayList<>(heard);
    recording.script().races().forEach(race -> settle(race, due, sorted));
    return sorted;
  }

  private void settle(StageScript.Race race, List<Row> due, List<Answer> heard) {
    int one = place(race.line(), due);
    int other = place(race.other(), due);
    if (one >= 0 && other >= 0 && Math.max(one, other) < heard.size()) {
      boolean isSwapped =
          Generated.isSameButForThem(answer(due.get(one)), heard.get(other))
              || Generated.isSameButForThem(answer(due.get(other)), heard.get(one));
      if (isSwapped) {
        Collections.swap(heard, one, other);
        tally.count(race);
      }
    }
  }

  private static int place(int line, List<Row> due) {
    return due.stream().map(Row::line).toList().indexOf(line);
  }

  private Optional<Mismatch> at(int i, List<Row> due, List<Answer> heard) {
    Row row = due.get(i);
    if (i >= heard.size()) {
      return Optional.of(mismatch(row, Kind.MISSING, Optional.empty()));
    }
    Answer received = heard.get(i);
    List<Difference> differences =
        counting(inspector.differences(aliases.translate(answer(row), received), received));
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    if (due.stream().skip(i + 1L).anyMatch(later -> alike(answer(later), received))) {
      return Optional.of(mismatch(row, Kind.MISSING, Optional.of(received)));
    }
    if (heard.stream().skip(i + 1L).anyMatch(later -> alike(answer(row), later))) {
      return Optional.of(mismatch(row, Kind.SURPLUS, Optional.of(received)));
    }
    return Optional.of(
        new Mismatch(recording, row, Kind.DIFFERENT, Optional.of(received), differences));
  }

  private List<Difference> counting(List<Difference> differences) {
    return differences.stream().filter(difference -> !tally.excuses(difference)).toList();
  }

  private boolean alike(Answer recorded, Answer received) {
    return inspector.differences(recorded, received).isEmpty();
  }

  private static Answer answer(Row row) {
    return (Answer) row.event();
  }

  private Mismatch mismatch(Row row, Kind kind, Optional<Answer> received) {
    return new Mismatch(recording, row, kind, received, List.of());
  }
}
