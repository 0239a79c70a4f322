package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingReplayTest {
  private static final Duration MUST_COME = Duration.ofSeconds(5);
  private static final Duration WILL_NOT_COME = Duration.ofMillis(500);

  static List<Recording> recordings() {
    return Recordings.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void theMockAnswersLikeTheRealServer(Recording recording) throws InterruptedException {
    List<Mismatch> mismatches =
        mismatches(recording, Stage.play(recording, MUST_COME), new Tally());

    if (!mismatches.isEmpty()) {
      fail(mismatches.stream().map(Mismatch::message).collect(Collectors.joining("\n", "\n", "")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void anAnswerThatIsFalseInOnePlaceIsSeen(Recording recording) throws InterruptedException {
    Performance performance = Stage.play(recording, MUST_COME);

    for (FalseRecording flipped : FalseRecording.of(recording)) {
      assertThat(mismatches(flipped.recording(), performance, new Tally()))
          .as("mismatches with the false row %s", flipped.row())
          .singleElement()
          .satisfies(mismatch -> assertThat(mismatch.row()).isEqualTo(flipped.row()));
    }
  }

  @Test
  void everyNormaliserIsNeeded() throws InterruptedException {
    Tally tally = new Tally();
    for (Recording recording : recordings()) {
      mismatches(recording, Stage.play(recording, MUST_COME), tally);
    }

    assertThat(tally.unused()).as("normalisers that nothing needs").isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "ECHO_ALWAYS, 03_broadcast_self_false_ack_false, 12, SURPLUS",
    "ACK_MISSING, 03_broadcast_self_false_ack_true, 11, MISSING",
    "EVENT_RENAMED, 03_broadcast_self_false_ack_false, 10, DIFFERENT",
    "REST_DEAF, 11_rest_ok, 13, MISSING"
  })
  void aFaultOfTheMockIsSeenWhereItShows(String name, String in, int line, Mismatch.Kind kind)
      throws InterruptedException {
    Fault fault = Faults.named(name).orElseThrow();
    Recording recording = Recordings.named(in);

    Performance performance = Stage.play(recording, WILL_NOT_COME, fault);

    assertThat(mismatches(recording, performance, new Tally()))
        .extracting(mismatch -> mismatch.row().line(), Mismatch::kind)
        .contains(tuple(line, kind));
  }

  private static List<Mismatch> mismatches(
      Recording recording, Performance performance, Tally tally) {
    return new Comparison(recording, performance, tally).mismatches();
  }
}
