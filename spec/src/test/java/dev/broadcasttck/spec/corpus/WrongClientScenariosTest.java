package dev.broadcasttck.spec.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a scenario of the client corpus is told; the line is that of the mistake. */
class WrongClientScenariosTest {
  private static final String STEPS =
      """
      id: SELF-1/words-with-dashes
      title: A sentence
      proves: [SELF-1]
      versions: [any]
      actors: { app: { timers: { timeout: 300ms }, token: { callback: user, delay: next-tick } } }
      steps:
        - server: { holds: phx_join, as: asked }
        - app: { channel: { topic: $room } }
        - app: { subscribe: {} }
        - server: { sees: { topic: $room, event: phx_join, join_ref: { $capture: ref }, payload: { access_token: { $token: user }, "...": $any } } }
        - server: { answers: { to: asked, status: ok, response: {} } }
        - app: { reports: SUBSCRIBED, control: true }
        - server: { delivers: { topic: $room, event: test, payload: { n: 1 } }, as: hello }
        - app: { listen: test }
        - server: { never-sees: { event: phx_leave } }
      """;

  @TempDir Path directory;

  @BeforeEach
  void makesTheFolderOfTheCorpus() throws IOException {
    Files.createDirectories(directory.resolve("scenarios/client"));
  }

  @Test
  void nothingIsWrongWithThese() {
    write(STEPS);

    assertThat(Corpora.read(directory).scenarios()).hasSize(1);
  }

  @Test
  void aVerbOfPlainSockets() {
    assertThat(problemsOf("  - app: { heartbeats: {} }\n"))
        .containsExactly(
            "16: `heartbeats` is what plain sockets of the corpus `server` do and get, this"
                + " scenario is of the corpus `client`");
  }

  @Test
  void whatIsNotForThatActor() {
    assertThat(problemsOf("  - app: { drops: { code: 1006 } }\n"))
        .containsExactly("16: `drops` is for the actor `server`");
    assertThat(problemsOf("  - server: { join: $hall }\n"))
        .containsExactly("16: `join` is for clients, not for the server");
  }

  @Test
  void aClientThatIsNotThere() {
    assertThat(problemsOf("  - server: { drops: { code: 1006, to: ap } }\n"))
        .containsExactly("16: no client `ap` is declared, did you mean `app`?");
  }

  @Test
  void aPushThatNobodySaw() {
    assertThat(problemsOf("  - server: { releases: askd }\n"))
        .containsExactly("16: no push `askd` so far, did you mean `asked`?");
  }

  @Test
  void aNameThatNobodyUsed() {
    assertThat(problemsOf("  - server: { sees: { topic: $rom, event: broadcast } }\n"))
        .containsExactly(
            "16: `$rom` is neither a matcher nor a name used so far, did you mean `$room`?");
  }

  @Test
  void aFormThatIsNotKnown() {
    assertThat(problemsOf("  - server: { sees: { payload: { $tokn: user } } }\n"))
        .containsExactly("16: `$tokn` is not known here, did you mean `$token`?");
  }

  @Test
  void aCountOfNothing() {
    assertThat(problemsOf("  - server: { sees-count: { event: heartbeat, topic: phoenix } }\n"))
        .containsExactly("16: say how many: `exactly`, `at-most` or `at-least`");
  }

  @Test
  void anExpressionThatIsNone() {
    assertThat(problemsOf("  - server: { sees: { text-matches: \"[\" } }\n"))
        .singleElement()
        .asString()
        .startsWith("16: `[` is no regular expression: ");
  }

  private List<String> problemsOf(String more) {
    write(STEPS + more);
    return WrongScenariosTest.problems(directory);
  }

  private void write(String text) {
    try {
      Files.writeString(directory.resolve("scenarios/client/a.yaml"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
