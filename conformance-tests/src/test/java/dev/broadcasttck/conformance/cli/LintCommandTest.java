package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved traces, read for what breaks a rule. */
class LintCommandTest {
  private static final String HEAD =
      "{\"trace\":1,\"id\":\"A-1/a\",\"variant\":\"2.0.0\",\"vsn\":\"2.0.0\",\"verdict\":\"passed\",\"endpoint\":\"ws://host\"}\n";
  private static final String OPENING =
      "{\"atMs\":1.0,\"actor\":\"alice\",\"on\":\"socket-1\",\"way\":\"sent\",\"kind\":\"opening\",\"text\":\"\",\"http\":{\"method\":\"GET\",\"url\":\"ws://host/?vsn=2.0.0\",\"status\":0,\"headers\":{}}}\n";

  @TempDir Path folder;

  private String trace(String lines) throws IOException {
    return Files.writeString(folder.resolve("trace.jsonl"), HEAD + OPENING + lines).toString();
  }

  private static String pushed(String frame) {
    return "{\"atMs\":2.0,\"actor\":\"alice\",\"on\":\"socket-1\",\"way\":\"sent\",\"kind\":\"frame\",\"text\":\"%s\"}\n"
        .formatted(frame.replace("\"", "\\\""));
  }

  @Test
  void aBrokenRuleIsToldWithItsSentenceAndItsFrame() throws IOException {
    String file = trace(pushed("[null,\"1\",\"phoenix\",\"heartbeat\",{\"n\":1}]"));
    Shell.Answer answer = Shell.EMPTY.type("lint", file);

    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("CBEAT-1 MUST, binds the client")
        .contains("A client sends `heartbeat` on the topic `phoenix`")
        .contains(":3, alice", "[null,\"1\",\"phoenix\",\"heartbeat\",{\"n\":1}]")
        .endsWith("traces: 1, frames: 1, findings: 1\n");
  }

  @Test
  void whatIsAsItShouldBeEndsWithZero() throws IOException {
    String file = trace(pushed("[null,\"1\",\"phoenix\",\"heartbeat\",{}]"));

    assertThat(Shell.EMPTY.type("lint", file).exitCode()).isZero();
  }

  @Test
  void withoutAFrameNothingIsShown() throws IOException {
    Shell.Answer answer = Shell.EMPTY.type("lint", trace(""));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).contains("frames: 0");
  }

  @Test
  void aFileThatIsNoTraceGetsASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("other.jsonl"), "{}\n");
    Shell.Answer answer = Shell.EMPTY.type("lint", file.toString());

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("this is no trace; './tck run --traces DIR' writes them");
  }

  @Test
  void aTraceOfARunShowsTheServersFault() {
    Shell.EMPTY.type(
        "run",
        "--fault",
        "ECHO_ALWAYS",
        "--drain",
        "1ms",
        "--repeat",
        "1",
        "--only",
        "SELF-1/sender-hears-nothing-by-default",
        "--traces",
        folder.toString());
    String file =
        folder.resolve("SELF-1.sender-hears-nothing-by-default@2.0.0+binary.jsonl").toString();
    Shell.Answer answer = Shell.EMPTY.type("lint", file);

    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out()).contains("SELF-1 MUST, binds the server");
  }
}
