package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class RecordingReplayTest {
  private static final Duration WILL_NOT_COME = Duration.ofMillis(500);

  static List<Recording> recordings() {
    return Recordings.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void theMockAnswersLikeTheRealServer(Recording recording) {
    Fidelity fidelity = Fidelity.of(recording);

    if (fidelity.verdict() == Fidelity.Verdict.WRONG) {
      fail(
          fidelity.mismatches().stream()
              .map(Mismatch::message)
              .collect(Collectors.joining("\n", "\n", "")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alike")
  void anAnswerThatIsFalseInOnePlaceIsSeen(Recording recording) {
    Performance performance = Plays.of(recording);
    Inspector inspector = new Inspector();

    for (FalseRecording flipped : FalseRecording.of(recording)) {
      Comparison comparison =
          new Comparison(flipped.recording(), performance, new Tally(), inspector);
      assertThat(comparison.mismatches())
          .as("mismatches with the false row %s", flipped.row())
          .singleElement()
          .satisfies(mismatch -> assertThat(mismatch.row()).isEqualTo(flipped.row()));
    }
  }

  static List<Recording> alike() {
    return recordings().stream().filter(r -> r.script().reasonToDiffer().isEmpty()).toList();
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
