package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final String ONE = "REST-5/a-send-over-rest-resolves@1.0.0";

  private static final String LARGE = "BROADCAST-11/a-million-letters@1.0.0";
  private static final String DEAF = "REST-1/explicitly-over-rest@1.0.0";

  @TempDir Path folder;

  @Test
  void theMockIsTheSameInEveryWeather() {
    Shell.Answer answer =
        Shell.EMPTY.type(
            "verify",
            "--drain",
            "1ms",
            "--runs",
            "7",
            "--seed",
            "42",
            "--only",
            "SMOKE-1",
            "--repeat",
            "1");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("run 1: one-byte segments, seed 42: 3 passed in ", "run 3: CPU load, seed 44: ")
        .endsWith(
            "verified: 7 runs, 3 playings each, 0 unstable, conditions one-byte segments,"
                + " delay 50 ms, CPU load, compression, direct, delay 5 ms, delay 0 ms\n");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aServerThatFailsEveryTimeIsSteadyAndNotConformant() {
    Shell.Answer answer =
        Shell.EMPTY.type(
            "verify",
            "--drain",
            "1ms",
            "--runs",
            "2",
            "--condition",
            "direct",
            "--only",
            DEAF,
            "--fault",
            "REST_DEAF");

    assertThat(answer.out()).contains("1 failed").contains(" 0 unstable, conditions direct\n");
    assertThat(answer.exitCode()).isEqualTo(1);
  }

  @Test
  void aServerThatFailsOnceIsUnstableAndReportedAsFailed() {
    try (BroadcastMock mock =
        BroadcastMock.builder()
            .faults(List.of(new Fault("ONCE", Set.of("REST-1"), new Once())))
            .start()) {
      Shell.Answer answer =
          Shell.EMPTY.type(
              "verify",
              "--drain",
              "1ms",
              "--runs",
              "3",
              "--seed",
              "42",
              "--condition",
              "delay-0",
              "--only",
              ONE,
              "--url",
              mock.socketUrl().toString(),
              "--apikey",
              mock.anonKey(),
              "--json",
              folder.resolve("results.json").toString(),
              "--junit",
              folder.resolve("junit.xml").toString());

      assertThat(answer.out())
          .contains("unstable: " + ONE + ": passed 2 of 3, failed 1 (run 1: delay 0 ms, seed 42)\n")
          .contains(" 1 unstable, ");
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(folder.resolve("results.json"))
          .content()
          .contains("passed 2 of 3, failed 1 (run 1: delay 0 ms, seed 42)")
          .contains("\"exitCode\" : 1")
          .doesNotContain(mock.anonKey());
      assertThat(folder.resolve("junit.xml")).content().contains("the same verdict in every run");
    }
  }

  @Test
  void whatAConditionMakesImpossibleIsLeftOutThere() {
    Shell.Answer answer =
        Shell.EMPTY.type(
            "verify",
            "--drain",
            "1ms",
            "--runs",
            "2",
            "--condition",
            "one-byte",
            "--condition",
            "direct",
            "--only",
            LARGE);

    assertThat(answer.out())
        .contains("run 1: one-byte segments, ", ": nothing played, 1 left out in ")
        .contains("run 2: direct, ", ": 1 passed in ")
        .contains(" 0 unstable, ");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aConditionThatDoesNotExistIsRefused() {
    Shell.Answer answer = Shell.EMPTY.type("verify", "--condition", "onebyte");

    assertThat(answer.err()).contains("there is no condition 'onebyte', did you mean `one-byte`?");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBeforeTheWork() {
    Shell.Answer answer = Shell.EMPTY.type("verify", "--json", "/no/such/place/results.json");

    assertThat(answer.err()).contains("--json: the directory of /no/such/place/results.json");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void noRunAtAllIsRefused() {
    assertThat(Shell.EMPTY.type("verify", "--runs", "0").exitCode()).isEqualTo(4);
  }

  /** Answers the first request wrongly. */
  private static final class Once implements Disturbance {
    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public Answer answering(Request request, Answer answer) {
      return done.getAndSet(true) ? answer : Answer.words(500, "once");
    }
  }
}
