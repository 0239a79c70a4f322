package dev.broadcasttck.conformance.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.record.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineUpdateTest {
  private static final String KNOWN =
      """
      # Ours.
      entries:
        # Since the spring.
        - pattern: SELF-1
          kind: known-failing
          reason: it echoes   # on purpose
          owner: somebody
          expires: 2027-01-31
          cause: >-
            it
            echoes
        - pattern: ACK-1
          owner: nobody
          kind: known-flaky
          reason: slow
          expires: 2027-01-31
      """;

  @TempDir Path folder;
  private final List<String> results = new ArrayList<>();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("b.yaml");
  }

  @Test
  void aNewFileHoldsWhatFails() throws IOException {
    played("SELF-1/x", "1.0.0", "failed", "it echoes");
    played("SELF-1/x", "2.0.0", "failed", "it echoes");
    played("ACK-1/y", "1.0.0", "passed", "");
    played("ACK-1/y", "2.0.0", "failed", "\"nothing\": isn't there");
    played("ACK-1/z", "2.0.0", "inconclusive", "no control");

    assertThat(updated(Optional.empty()).text())
        .isEqualTo(
            """
            # What is known not to pass; ./tck run --baseline FILE reads it.
            entries:
              - pattern: ACK-1/y@2.0.0
                kind: known-failing
                reason: new
                owner: me
                expires: 2027-02-28
                cause: '"nothing": isn''t there'
              - pattern: SELF-1/x
                kind: known-failing
                reason: new
                owner: me
                expires: 2027-02-28
                cause: it echoes
            """);
  }

  @Test
  void whatPeopleWroteIsKeptWhereNothingHasChanged() throws IOException {
    played("SELF-1/x", "1.0.0", "known failing", "it echoes");
    played("ACK-1/y", "1.0.0", "known flaky", "slow");

    assertThat(updated(Optional.of(KNOWN)).text()).isEqualTo(KNOWN);
  }

  @Test
  void whatPassesIsTakenOutWithItsComment() throws IOException {
    played("SELF-1/x", "1.0.0", "unexpected pass", "");

    BaselineUpdate.Updated updated = updated(Optional.of(KNOWN));
    assertThat(updated.text())
        .startsWith("# Ours.\nentries:\n  - pattern: ACK-1\n")
        .doesNotContain("SELF-1");
    assertThat(updated.notes())
        .containsExactly(
            "taken out, for it passes: `SELF-1`",
            "kept, although nothing of it was played: `ACK-1`");
  }

  @Test
  void anotherCauseTakesThePlaceOfTheOldOne() throws IOException {
    played("SELF-1/x", "1.0.0", "failed", "it sings");

    assertThat(updated(Optional.of(KNOWN)).text())
        .isEqualTo(KNOWN.replace("cause: >-\n      it\n      echoes\n", "cause: it sings\n"));
  }

  @Test
  void whatFailsInPartIsNarrowedAndKeepsItsReason() throws IOException {
    played("SELF-1/x", "1.0.0", "unexpected pass", "");
    played("SELF-1/y", "1.0.0", "failed", "it echoes");

    assertThat(updated(Optional.of(KNOWN)).text())
        .contains("  # Since the spring.\n  - pattern: SELF-1/y\n")
        .contains("reason: it echoes   # on purpose\n")
        .contains("    cause: it echoes\n")
        .doesNotContain("pattern: SELF-1\n");
  }

  @Test
  void entriesThatShareALineAreWrittenAnew() throws IOException {
    played("ACK-1/y", "1.0.0", "failed", "slow");
    String flow =
        "# Ours.\nentries: [{pattern: SELF-1, kind: known-failing, reason: it echoes,"
            + " owner: me, expires: 2027-01-31}]\n";

    assertThat(updated(Optional.of(flow)).text())
        .startsWith("# Ours.\nentries:\n  - pattern: SELF-1\n    kind: known-failing\n")
        .contains("  - pattern: ACK-1/y\n");
  }

  @Test
  void aBaselineThatNothingIsLeftOfCanBeReadAgain() throws IOException {
    played("SELF-1/x", "1.0.0", "passed", "");
    String one = KNOWN.substring(0, KNOWN.indexOf("  - pattern: ACK-1"));

    String text = updated(Optional.of(one)).text();
    assertThat(text).isEqualTo("# Ours.\nentries: []\n");
    results.clear();
    played("SELF-1/x", "1.0.0", "failed", "it echoes");
    assertThat(updated(Optional.of(text)).text())
        .startsWith("# Ours.\nentries:\n  - pattern: SELF");
  }

  private void played(String id, String vsn, String verdict, String cause) {
    String rule = id.substring(0, id.indexOf('/'));
    results.add(
        """
        {"id": "%s", "rules": ["%s"], "level": "MUST", "vsn": "%s", "encoding": "text",
         "verdict": "%s", "durationMs": 1, "evidence": [], "negatives": [], "findings": []%s}
        """
            .formatted(
                id,
                rule,
                vsn,
                verdict,
                cause.isEmpty() ? "" : ", \"cause\": \"" + cause.replace("\"", "\\\"") + "\""));
  }

  private BaselineUpdate.Updated updated(Optional<String> known) throws IOException {
    if (known.isPresent()) {
      Files.writeString(file, known.get());
    }
    Path run = folder.resolve("results.json");
    Files.writeString(
        run,
        """
        {"format": 1, "tool": {"name": "broadcast-tck", "version": "1"},
         "started": "2026-11-28T00:00:00Z", "durationMs": 1,
         "endpoint": {"socket": "ws://h/s", "broadcast": "http://h/b"}, "cutOff": false,
         "exitCode": 1,
         "summary": {"passed": 0, "failed": 0, "inconclusive": 0, "not applicable": 0,
                     "harness error": 0},
         "negatives": {"grades": {}, "controlsPercent": 100, "drainMs": 0},
         "results": [%s]}
        """
            .formatted(String.join(",", results)));
    BaselineUpdate.Newcomers newcomers =
        new BaselineUpdate.Newcomers("new", Optional.empty(), "me", LocalDate.parse("2027-02-28"));
    return BaselineUpdate.of(known.map(text -> file), RecordedRun.read(run), newcomers);
  }
}
