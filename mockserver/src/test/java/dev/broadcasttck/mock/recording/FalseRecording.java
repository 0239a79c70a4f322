package dev.broadcasttck.mock.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A recording of which one answer has been falsified. */
record FalseRecording(Recording recording, Row row) {
  private static final int AN_END = 10;

  /** Every way to falsify one answer of it in one place; of a long one, the two ends. */
  static List<FalseRecording> of(Recording recording) {
    List<Row> answers =
        recording.rows().stream().filter(row -> row.event() instanceof Event.Answer).toList();
    return IntStream.range(0, answers.size())
        .filter(i -> i < AN_END || i >= answers.size() - AN_END)
        .mapToObj(answers::get)
        .flatMap(row -> at(recording, row))
        .toList();
  }

  private static Stream<FalseRecording> at(Recording recording, Row row) {
    int place = recording.rows().indexOf(row);
    return Flip.of((Event.Answer) row.event())
        .filter(flipped -> !Generated.isSameButForThem((Event.Answer) row.event(), flipped))
        .map(
            answer -> {
              Row flipped = new Row(row.line(), row.at(), row.conn(), answer);
              List<Row> rows = new ArrayList<>(recording.rows());
              rows.set(place, flipped);
              return new FalseRecording(recording.withRows(rows), flipped);
            });
  }
}
