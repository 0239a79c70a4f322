package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The player against servers that give the recorded answers, or nearly so. */
class PlayerTest {
  private static final String SECRET = UUID.randomUUID().toString();
  private static final Duration MUST_COME = Duration.ofSeconds(5);

  /** Long enough for the answers before the missing one, on a busy machine too. */
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  static List<Recording> recordings() {
    return Recordings.all().stream().filter(Understudy::knows).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void findsNothingInTheRecordedAnswers(Recording recording) throws Exception {
    assertThat(play(recording, recording, MUST_COME)).isEmpty();
  }

  @Test
  void findsAnAnswerTooMany() throws Exception {
    Recording recording = Recordings.named("03_broadcast_self_false_ack_true");
    Recording twice = changed(recording, rows -> rows.add(11, rows.get(10)));

    assertThat(play(recording, twice, MUST_COME))
        .singleElement()
        .asString()
        .contains("line 13, connection A: the mock said something")
        .contains("mock         {\"ref\":\"2\",\"event\":\"phx_reply\"");
  }

  @Test
  void findsThatAnAnswerNeverComes() throws Exception {
    Recording recording = Recordings.named("03_broadcast_self_false_ack_true");
    Recording without = changed(recording, rows -> rows.remove(10));

    assertThat(perform(recording, without, A_WHILE).stoppedAt())
        .as("the client's row that waits for the answer")
        .contains(recording.rows().get(11));
    assertThat(play(recording, without, A_WHILE))
        .singleElement()
        .asString()
        .contains("line 11, connection A: the mock left out an answer")
        .contains("mock         (nothing more)");
  }

  @Test
  void doesNotWaitForAnswersOnASocketThatEnded() throws Exception {
    Recording recording = Recordings.named("03_broadcast_self_false_ack_true");
    Recording early =
        changed(recording, rows -> rows.set(10, new Row(11, 0, "A", new Event.Closed(1011, ""))));

    assertThat(play(recording, early, Duration.ofDays(1)))
        .singleElement()
        .asString()
        .contains("line 11, connection A: the mock answered differently")
        .contains("mock         end of the socket, code 1011");
  }

  private static List<String> play(Recording recording, Recording answers, Duration budget)
      throws Exception {
    Performance performance = perform(recording, answers, budget);
    return new Comparison(recording, performance, new Tally())
        .mismatches().stream().map(Mismatch::message).toList();
  }

  private static Performance perform(Recording recording, Recording answers, Duration budget)
      throws Exception {
    try (Understudy server = Understudy.of(answers, mint());
        Player player = new Player(server.port(), mint(), Backstage.EMPTY, budget)) {
      return player.play(recording);
    }
  }

  /** Both sides know the same tokens. */
  private static TokenMint mint() {
    return new TokenMint(
        SECRET, () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new StageScript(List.of()));
  }

  private static Recording changed(Recording recording, Consumer<List<Row>> change) {
    List<Row> rows = new ArrayList<>(recording.rows());
    change.accept(rows);
    return recording.withRows(rows);
  }
}
