package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a run that is over: its playings are explained, and played again. */
class SavedRunTest {
  private static final String SCENARIO = "SELF-1/sender-hears-nothing-by-default";

  @TempDir static Path folder;

  @BeforeAll
  static void playOnce() {
    Shell.EMPTY.type(
        "run",
        "--fault",
        "ECHO_ALWAYS",
        "--drain",
        "1ms",
        "--repeat",
        "1",
        "--only",
        SCENARIO,
        "--json",
        results(),
        "--traces",
        folder.resolve("traces").toString());
  }

  @Test
  void aPlayingIsExplainedWithTheWholeConversation() {
    Shell.Answer answer = Shell.EMPTY.type("explain", SCENARIO + "@2.0.0", "--from", results());

    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains(SCENARIO + "@2.0.0: failed (MUST)", "  rule      SELF-1 MUST: Unless its join")
        .contains("  likely    The server sends a broadcast back to its own sender")
        .contains("alice  ▶ opens ws://", "alice  ◀ [null,null,\"realtime:room-")
        .doesNotContain("@1.0.0");
  }

  @Test
  void withoutAVariantAllOfThemAreExplained() {
    assertThat(Shell.EMPTY.type("explain", SCENARIO, "--from", results()).out())
        .contains("@1.0.0: failed", "@2.0.0: failed", "@2.0.0+binary: failed");
  }

  @Test
  void aMistypedPlayingGetsASentence() {
    Shell.Answer answer =
        Shell.EMPTY.type("explain", SCENARIO.replace("hears", "heers"), "--from", results());

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("was not played in", "did you mean `" + SCENARIO);
  }

  @Test
  void aTraceComesToTheSameAtTheSameServer() {
    Shell.Answer answer =
        Shell.EMPTY.type("replay", "--fault", "ECHO_ALWAYS", trace(SCENARIO + "@1.0.0"));

    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out()).contains("alice  ▶ {\"topic\"").endsWith("the same came\n");
  }

  @Test
  void aTracePartsWhereTheServerIsAnother() {
    Shell.Answer answer =
        Shell.EMPTY.type("replay", "--wait", "300ms", trace(SCENARIO + "@2.0.0+binary"));

    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("parts here: alice gets nothing where the trace has: broadcast test");
  }

  @Test
  void aFileThatIsNoTraceGetsASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("other.jsonl"), "{\"trace\": true\n");
    Shell.Answer answer = Shell.EMPTY.type("replay", file.toString());

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("other.jsonl:1: this is no trace");
  }

  @Test
  void aReportOfNothingIsAskedForInVain() {
    Shell.Answer answer = Shell.EMPTY.type("report", results());

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("say what to make of it, such as --html report.html");
  }

  @Test
  void aDirectoryThatIsAFileGetsASentence() {
    Shell.Answer answer = Shell.EMPTY.type("report", results(), "--har", results());

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("--har: ", "is a file; name a directory");
  }

  private static String results() {
    return folder.resolve("results.json").toString();
  }

  private static String trace(String name) {
    return folder.resolve("traces").resolve(name.replace('/', '.') + ".jsonl").toString();
  }
}
