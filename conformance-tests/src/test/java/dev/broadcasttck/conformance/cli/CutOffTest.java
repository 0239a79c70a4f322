package dev.broadcasttck.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of commands whose process is told to end, each in a process of its own. */
@Timeout(60)
class CutOffTest {
  /**
   * Of a process that was told to end; one that ends by Ctrl-C takes the same way out, with 130.
   */
  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void aRunThatIsStoppedWritesWhatItHas() throws Exception {
    Path file = folder.resolve("results.json");
    try (BroadcastMock mock = BroadcastMock.builder().start()) {
      Process run =
          tck(
              "run",
              "--corpus",
              "server",
              "--url",
              mock.url().toString(),
              "--apikey",
              mock.anonKey(),
              "--json",
              file.toString(),
              "--junit",
              folder.resolve("junit.xml").toString(),
              "--html",
              folder.resolve("page.html").toString());
      List<String> lines = endAfter(run, "passed");

      assertThat(lines)
          .anyMatch(line -> line.matches("stopped after .*: the process was told to end"));
      assertThat(run.exitValue()).isEqualTo(TERMINATED);
    }
    JsonNode report = JsonMapper.shared().readTree(file);
    assertThat(report.path("cutOff").asBoolean()).isTrue();
    assertThat(report.path("cutOffBecause").asString()).isEqualTo("the process was told to end");
    assertThat(report.path("results")).isNotEmpty();
    assertThat(folder.resolve("junit.xml")).content().contains("the process was told to end");
    assertThat(folder.resolve("page.html")).content().contains("Cut off:");
  }

  @Test
  void aRunThatTakesTooLongIsInconclusiveAndWritesWhatItHas() {
    Path file = folder.resolve("results.json");
    Path tap = folder.resolve("run.tap");
    Shell.Answer answer =
        Shell.EMPTY.type(
            "run", "--timeout", "700ms", "--json", file.toString(), "--tap", tap.toString());

    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(2);
    assertThat(answer.out()).contains(": the time limit of 700 ms was over");
    JsonNode report = JsonMapper.shared().readTree(file);
    assertThat(report.path("cutOff").asBoolean()).isTrue();
    assertThat(report.path("exitCode").asInt()).isEqualTo(2);
    assertThat(tap).content().endsWith("Bail out! the time limit of 700 ms was over\n");
  }

  @Test
  void noTimeAtAllIsRefused() {
    Shell.Answer answer = Shell.EMPTY.type("run", "--timeout", "0s");

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("--timeout: nothing can be played in no time");
  }

  @Test
  void aMockIntroducesItselfAndRunsUntilItIsStopped() throws Exception {
    Process mock = tck("mock", "--port", "0", "--jwt-secret", "not to be printed");
    List<String> lines = endAfter(mock, "supabase.channel");

    assertThat(lines.get(0)).matches("Broadcast mock at http://127\\.0\\.0\\.1:\\d+ until Ctrl-C");
    assertThat(lines).noneMatch(line -> line.contains("not to be printed"));
    assertThat(mock.exitValue()).isEqualTo(TERMINATED);
  }

  private static Process tck(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.concat(
                Stream.of(java, "-cp", System.getProperty("java.class.path"), Tck.class.getName()),
                Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Tells the process to end once it has said a word, and gives back all that it said. */
  private static List<String> endAfter(Process process, String word) throws Exception {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      List<String> lines =
          out.lines()
              .peek(
                  line -> {
                    if (line.contains(word)) {
                      process.toHandle().destroy();
                    }
                  })
              .toList();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
