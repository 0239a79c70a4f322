package dev.broadcasttck.conformance.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.conformance.codec.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterProcessTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private final Audience audience =
      new Audience() {
        @Override
        public void told(String notification, JsonNode parameters) {
          heard.add("told " + notification + " " + parameters);
        }

        @Override
        public void garbled(String line, String why) {
          heard.add("garbled " + line);
        }

        @Override
        public void ended(String how) {
          heard.add("ended " + how);
        }
      };

  private AdapterProcess shell(String script) {
    return AdapterProcess.start(
        new AdapterCommand(List.of("sh", "-c", script), Path.of("").toAbsolutePath()), audience);
  }

  @Test
  void answersComeInAnyOrderAndNotificationsBetweenThem() {
    String script =
        """
        read first; read second
        echo '{"jsonrpc":"2.0","id":2,"result":"second"}'
        echo '{"jsonrpc":"2.0","method":"uncaught","params":{"text":"oh"}}'
        echo '{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no such client"}}'
        read third
        """;
    try (AdapterProcess process = shell(script)) {
      var first = process.ask("one", Json.object());
      var second = process.ask("two", Json.object());

      assertThat(second.join()).isEqualTo(new Answer.Result(Json.text("second")));
      assertThat(first.join()).isEqualTo(new Answer.Refused(-32602, "no such client"));
      assertThat(heard).containsExactly("told uncaught {\"text\":\"oh\"}");
    }
  }

  @Test
  void theEndOfTheProcessAnswersEverybodyAndSaysHowItWas() {
    try (AdapterProcess process = shell("read line; echo 'out of coffee' >&2; exit 7")) {
      var answer = process.ask("one", Json.object());

      assertThat(answer.join())
          .isEqualTo(
              new Answer.Missing("its process ended with exit code 7, saying: out of coffee"));
      assertThat(process.ask("two", Json.object()).join()).isEqualTo(answer.join());
      assertThat(process.stderr().since(0)).containsExactly("out of coffee");
      await()
          .untilAsserted(
              () ->
                  assertThat(heard)
                      .containsExactly(
                          "ended its process ended with exit code 7, saying: out of coffee"));
    }
  }

  @Test
  void silenceIsAnAnswerWhenTheBudgetIsSpent() {
    AdapterProcess process = shell("cat >/dev/null");
    try {
      assertThat(process.ask("one", Json.object(), Duration.ofMillis(50)).join())
          .isEqualTo(new Answer.Missing("it did not answer 'one' within 50 ms"));
    } finally {
      process.kill();
    }
  }

  @Test
  void whatIsNoMessageIsToldWithItsText() {
    try (AdapterProcess process =
        shell("read line; echo starting; echo '{\"id\":99,\"result\":1}'; echo '[]'; exit 0")) {
      assertThat(process.ask("one", Json.object()).join()).isInstanceOf(Answer.Missing.class);
      assertThat(heard)
          .startsWith("garbled starting", "garbled {\"id\":99,\"result\":1}", "garbled []");
    }
  }

  @Test
  void whoNeverStopsBabblingIsEndedAndItIsSaidWhy() {
    try (AdapterProcess process = shell("yes")) {
      assertThat(process.ask("one", Json.object()).join())
          .isEqualTo(
              new Answer.Missing("it wrote 1000 lines that are no messages, the last of them: y"));
      assertThat(heard).hasSizeLessThanOrEqualTo(AdapterProcess.MOST_GARBLED + 1);
    }
  }

  @Test
  void aLineThatNeverEndsIsNotKept() {
    Lines lines = new Lines(new StringReader("short\r\n\nlonger\n12345678"), 7);

    assertThat(Stream.of(1, 2, 3).map(it -> next(lines)))
        .containsExactly(Optional.of("short"), Optional.of(""), Optional.of("longer"));
    assertThatExceptionOfType(AdapterBroken.class)
        .isThrownBy(() -> next(lines))
        .withMessage("it wrote a line of more than 7 characters");
  }

  @Test
  void aLastLineNeedsNoEnd() {
    Lines lines = new Lines(new StringReader("last"), 7);

    assertThat(next(lines)).contains("last");
    assertThat(next(lines)).isEmpty();
  }

  private static Optional<String> next(Lines lines) {
    try {
      return lines.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aProgramThatIsNotThereIsTheAdaptersFault() {
    AdapterCommand command =
        new AdapterCommand(List.of("no-such-program"), Path.of("").toAbsolutePath());

    assertThatExceptionOfType(AdapterBroken.class)
        .isThrownBy(() -> AdapterProcess.start(command, audience))
        .withMessageStartingWith("`no-such-program` does not start");
  }
}
