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

/** What the author of a scenario of the server corpus is told; the line is that of the mistake. */
class WrongWireScenariosTest {
  private static final String STEPS =
      """
      id: SELF-1/words-with-dashes
      title: A sentence
      proves: [SELF-1]
      versions: [1.0.0]
      actors: { alice: {}, bob: {} }
      steps:
        - alice: { connect: {} }
        - alice: { joins: $room, as: room }
        - alice: { broadcasts: { event: test, payload: { n: 1, of: "the ${room}" } }, as: hello }
        - bob: { requests: { method: POST, path: "/x/${room}", json: {} }, as: call }
        - bob: { answers: { to: call, status: 202, json: { of: { $capture: it } } } }
        - alice: { gets-reply: { to: room, response: { $one-of: [{ $captured: it }, $any] } } }
        - alice: { gets: { topic: $room, payload: { "...": $any, id: $integer } }, control: true }
        - alice: { gets-nothing-of: hello }
      """;

  @TempDir Path directory;

  @BeforeEach
  void makesTheFolderOfTheCorpus() throws IOException {
    Files.createDirectories(directory.resolve("scenarios/server"));
  }

  @Test
  void nothingIsWrongWithThese() {
    write(STEPS);

    assertThat(Corpora.read(directory).scenarios()).hasSize(1);
  }

  @Test
  void aVerbOfClients() {
    assertThat(problemsOf(STEPS + "  - alice: { join: $room }\n"))
        .containsExactly(
            "15: `join` is what clients do and hear, this scenario is of the corpus `server`");
  }

  @Test
  void aSocketThatIsNotOpen() {
    assertThat(problemsOf(STEPS + "  - bob: { heartbeats: {} }\n"))
        .containsExactly("15: bob has no socket yet: `connect` first");
  }

  @Test
  void namesThatNobodyGave() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { gets-reply: rom }
                      - alice: { gets-broadcast: room, as: nothing }
                      - alice: { gets: { topic: $roon } }
                      - alice: { gets: { payload: { $captured: that } } }
                      - bob: { answers: { to: hello, status: 202 } }
                    """))
        .containsExactly(
            "15: no push `rom` so far, did you mean `room`?",
            "16: `gets-broadcast` makes nothing that `as:` could name",
            "17: `$roon` is neither a matcher nor a name used so far, did you mean `$room`?",
            "18: nothing is captured as `that` so far; known are `it`",
            "19: no request `hello` so far; known are `call`");
  }

  @Test
  void valuesWhereTheyCannotBe() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { sends: { topic: $room, payload: { a: $any } } }
                      - alice: { sends: { topic: $room, payload: { $matches: x } } }
                      - alice: { gets: { payload: { $matches: "(" } } }
                      - alice: { sends: { payload: { access_token: { $token: { role: anon } } } } }
                    """))
        .containsExactly(
            "15: `$any` matches, it cannot be sent; `$$any` is the text",
            "16: `$matches` is not known in what is sent; known are `$captured`, `$repeat`,"
                + " `$text`, `$token`, `$topic`",
            "17: `(` is no regular expression: Unclosed group",
            "18: this needs `requires: [mint-tokens]`");
  }

  @Test
  void framesThatAreTwoThingsAtOnce() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { sends: { text: "[]", topic: $room } }
                      - alice: { sends-all: [{ kind: 3, text: "{", topic: $room, ping: a }] }
                      - alice: { gets: { topick: $room } }
                    """))
        .containsExactly("17: `topick` is not known here, did you mean `topic`?");
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { sends: { text: "[]", topic: $room } }
                      - alice: { sends-all: [{ kind: 3, text: "{", topic: $room, binary: aa }] }
                      - alice: { gets-broadcast: { event: test } }
                    """))
        .containsExactly(
            "15: `topic` does not go with `text`",
            "16: `kind` does not go with `binary`",
            "17: name the broadcast, or write its `event` and `payload`");
  }

  @Test
  void aBroadcastOnNoTopic() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { joins: $room-b }
                      - alice: { broadcasts: { event: test, payload: { n: 2 } } }
                    """))
        .containsExactly("16: alice `joins` 2 topics so far: say which");
  }

  private List<String> problemsOf(String text) {
    write(text);
    return WrongScenariosTest.problems(directory);
  }

  private void write(String text) {
    try {
      Files.writeString(directory.resolve("scenarios/server/a.yaml"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
