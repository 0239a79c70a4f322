package dev.broadcasttck.mock.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recording of which one answer has been falsified. */
record FalseRecording(Recording recording, Row row) {

  /** Every way to falsify one answer of it in one place. */
  static List<FalseRecording> of(Recording recording) {
    return recording.rows().stream()
        .filter(row -> row.event() instanceof Event.Answer)
        .flatMap(row -> at(recording, row))
        .toList();
  }

  private static Stream<FalseRecording> at(Recording recording, Row row) {
    int place = recording.rows().indexOf(row);
    return Flip.of((Event.Answer) row.event())
        .map(
            answer -> {
              Row flipped = new Row(row.line(), row.conn(), answer);
              List<Row> rows = new ArrayList<>(recording.rows());
              rows.set(place, flipped);
              return new FalseRecording(
                  new Recording(recording.name(), List.copyOf(rows)), flipped);
            });
  }
}
