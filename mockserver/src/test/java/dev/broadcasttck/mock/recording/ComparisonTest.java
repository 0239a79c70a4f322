package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Mismatch.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Recording recording = Recordings.named("03_broadcast_self_false_ack_true");

  @Test
  void findsNothingWhereTheAnswersAreTheRecordedOnes() {
    assertThat(mismatches(heard -> {})).isEmpty();
  }

  @Test
  void explainsADifferentAnswer() {
    String message = only(Kind.DIFFERENT, heard -> heard.set(2, ack("error"))).message();

    assertThat(message)
        .isEqualTo(
            """
            03_broadcast_self_false_ack_true, line 11, connection A: the mock answered differently
              client said  {"topic":"realtime:room1","event":"broadcast","payload":{"type":"broadcast","event":"hello","payload":{"n":1}},"ref":"2","join_ref":"1"}
              real server  {"ref":"2","event":"phx_reply","payload":{"status":"ok","response":{}},"topic":"realtime:room1"}
              mock         {"ref":"2","event":"phx_reply","payload":{"status":"error","response":{}},"topic":"realtime:room1"}
              differs in   /payload/status: real server "ok", mock "error"
            """);
  }

  @Test
  void explainsAnAnswerThatWasLeftOut() {
    assertThat(only(Kind.MISSING, heard -> heard.remove(2)).message())
        .contains("line 11, connection A: the mock left out an answer")
        .contains("mock         end of the socket, code 1000");
    assertThat(only(Kind.MISSING, heard -> heard.remove(3)).message())
        .contains("mock         (nothing more)");
  }

  @Test
  void explainsAnAnswerTooMany() {
    assertThat(only(Kind.SURPLUS, heard -> heard.add(3, ack("ok"))).row().line()).isEqualTo(13);
    assertThat(only(Kind.SURPLUS, heard -> heard.add(ack("ok"))).row().line()).isEqualTo(13);
  }

  @Test
  void judgesNoAnswerThatThePlayDidNotReach() {
    Row close = recording.rows().get(11);
    Performance stopped =
        new Performance(Map.of("A", asRecorded("A").subList(0, 3)), Optional.of(close));

    assertThat(new Comparison(recording, stopped, new Tally()).mismatches())
        .singleElement()
        .extracting(Mismatch::message)
        .asString()
        .contains("line 4, connection B: the mock left out an answer");
  }

  private Mismatch only(Kind kind, Consumer<List<Answer>> flaw) {
    List<Mismatch> mismatches = mismatches(flaw);
    assertThat(mismatches).asInstanceOf(LIST).hasSize(1);
    assertThat(mismatches.get(0).kind()).isEqualTo(kind);
    return mismatches.get(0);
  }

  /** What is found if everything is answered as recorded, but for a flaw on connection A. */
  private List<Mismatch> mismatches(Consumer<List<Answer>> flaw) {
    Map<String, List<Answer>> heard = new HashMap<>();
    recording.connections().forEach(conn -> heard.put(conn, asRecorded(conn)));
    flaw.accept(heard.get("A"));
    return new Comparison(recording, new Performance(heard, Optional.empty()), new Tally())
        .mismatches();
  }

  private List<Answer> asRecorded(String conn) {
    List<Answer> answers = new ArrayList<>();
    recording.answers(conn).forEach(row -> answers.add((Answer) row.event()));
    return answers;
  }

  private static Answer ack(String status) {
    return new Event.Receive(
        new Frame(
            Frame.Kind.TEXT,
            "{\"ref\":\"2\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"%s\",\"response\":{}},\"topic\":\"realtime:room1\"}"
                .formatted(status)));
  }
}
