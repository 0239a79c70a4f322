package dev.broadcasttck.spec.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadcasttck.spec.source.InvalidSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a scenario is told, word for word; the line is that of the mistake. */
class WrongScenariosTest {
  private static final String HEAD =
      """
      id: SELF-1/words-with-dashes
      title: A sentence
      proves: [SELF-1]
      versions: [1.0.0]
      actors: { alice: {}, bob: {} }
      """;
  private static final String STEPS =
      HEAD
          + """
          steps:
            - alice: { join: { topic: $room, listen: test } }
            - bob: { join: { topic: $room, listen: test }, as: room }
            - alice: { broadcast: { event: test, payload: { n: 1 } }, as: greeting }
            - bob: { receives: greeting }
          """;

  @TempDir Path directory;

  @Test
  void aMisspeltVerb() {
    assertThat(problemsOf(STEPS + "  - bob: { recieves: greeting }\n"))
        .containsExactly("11: `recieves` is not known here, did you mean `receives`?");
  }

  @Test
  void aWordThatIsNothingLikeAny() {
    assertThat(problemsOf(STEPS.replace("title:", "encyclopaedia:")))
        .containsExactly(
            "1: `title` is missing",
            "2: `encyclopaedia` is not known here; known are `actors`, `endpoint`, `id`, `proves`,"
                + " `requires`, `steps`, `tags`, `title`, `versions`");
  }

  @Test
  void everyMistakeAtOnce() {
    assertThat(
            problemsOf(
                """
                id: self-1/Words
                title: ""
                proves: []
                versions: [2.0, 2.0.0+binery]
                requires: [event-wildcart]
                actors: { Alice: {}, bob: { vsn: 2.0.0, encoding: base64 } }
                steps:
                  - bob: { join: $room, control: yes }
                  - bob: { broadcast: { event: test } }
                """))
        .containsExactly(
            "1: `self-1/Words` is not right here: a rule that it proves, a slash and"
                + " words-with-dashes, such as SELF-1/sender-hears-nothing-by-default",
            "2: must not be empty: One sentence: what holds when it passes.",
            "3: must not be empty: The ids of the rules it proves.",
            "4: `2.0` is not known here; known are `1.0.0`, `2.0.0`, `2.0.0+binary`, `any`",
            "4: `2.0.0+binery` is not known here, did you mean `2.0.0+binary`?",
            "5: `event-wildcart` is not known here, did you mean `event-wildcard`?",
            "6: `Alice` cannot be a name here: a word in lower case, such as alice",
            "6: `base64` is not known here; known are `text`, `binary`",
            "8: must be boolean, not the string `yes`",
            "9: `payload` is missing");
  }

  @Test
  void aRuleThatIsNotThere() {
    assertThat(problemsOf(STEPS.replace("proves: [SELF-1]", "proves: [SELF-1, SELV-1]")))
        .containsExactly("1: there is no rule `SELV-1`, did you mean `SELF-1`?");
  }

  @Test
  void anIdThatNamesAnotherRule() {
    assertThat(problemsOf(STEPS.replace("proves: [SELF-1]", "proves: [SELF-2]")))
        .containsExactly("1: the id begins with `SELF-1`, which `proves` does not name");
  }

  @Test
  void aBroadcastThatIsNotNamedOrNamedTwice() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - bob: { receives: { listener: test } }
                      - bob: { receives: { message: greeting, event: test, payload: 1 } }
                    """))
        .containsExactly(
            "11: say which broadcast: `message`, or `event` and `payload`",
            "12: say which broadcast: `message`, or `event` and `payload`");
  }

  @Test
  void aWordWithoutEnd() {
    assertThat(problemsOf(STEPS.replace("listen: test", "w".repeat(1_000) + ": test")).get(0))
        .startsWith("7: `www")
        .contains("www…` is not known here; known are `ack`,");
  }

  @Test
  void aNegativeWithoutAControl() {
    assertThat(problemsOf(STEPS + "  - alice: { never-receives: greeting }\n"))
        .containsExactly(
            "11: `never-receives` proves nothing alone: add a step with `control: true` that"
                + " shows the same kind of thing happening");
  }

  @Test
  void nothingThatCouldFail() {
    assertThat(problemsOf(STEPS.replace("receives: greeting", "receives: greeting, control: true")))
        .containsExactly(
            "1: no step can fail: one that expects something must be there without `control`");
  }

  @Test
  void twoThingsInOneStep() {
    assertThat(problemsOf(STEPS + "  - bob: { disconnect: {}, unsubscribe: room }\n"))
        .containsExactly("11: a step says one thing, this one says `disconnect` and `unsubscribe`");
  }

  @Test
  void nothingInAStep() {
    assertThat(problemsOf(STEPS + "  - bob: { control: true }\n"))
        .containsExactly("11: a step says one thing, this one says nothing");
  }

  @Test
  void strangersOnTheStage() {
    assertThat(problemsOf(STEPS.replace("- bob: { receives", "- rob: { receives")))
        .containsExactly("10: no actor `rob` is declared, did you mean `bob`?");
  }

  @Test
  void anActorWithNothingToDo() {
    assertThat(problemsOf(STEPS.replace("bob: {} }", "bob: {}, carol: {} }")))
        .containsExactly("1: the actor `carol` has no step");
  }

  @Test
  void namesThatNobodyGave() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - bob: { receives: greting }
                      - bob: { receives: { message: greeting, listener: tset, on: rooom } }
                      - alice: { resolves: room }
                    """))
        .containsExactly(
            "11: no broadcast `greting` so far, did you mean `greeting`?",
            "12: no listener of bob `tset` so far, did you mean `test`?",
            "12: no channel of bob `rooom` so far, did you mean `room`?",
            "13: no broadcast `room` so far; known are `greeting`");
  }

  @Test
  void namesGivenTwiceOrToNothing() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - bob: { channel: { topic: $room-b }, as: greeting }
                      - bob: { receives: greeting, as: nothing }
                    """))
        .containsExactly(
            "11: the name `greeting` is given twice",
            "12: `receives` makes nothing that `as:` could name");
  }

  @Test
  void aChannelThatIsNotNamedWhereItMustBe() {
    assertThat(
            problemsOf(
                STEPS.replace("as: room", "as: room-a")
                    + """
                      - bob: { channel: { topic: $room-b } }
                      - bob: { subscribe: {} }
                      - bob: { http-broadcast: { event: test, payload: 1 } }
                    """))
        .containsExactly(
            "11: bob has several channels: name each with `as:`",
            "12: bob has 2 channels: say which",
            "13: bob has 2 channels: say which");
    assertThat(problemsOf(HEAD + "steps:\n  - alice: { reports: { status: CLOSED } }\n"))
        .contains("7: alice has no channel yet: `join` or `channel` first");
  }

  @Test
  void matchersWhereTheyCannotBe() {
    assertThat(
            problemsOf(
                STEPS
                    + """
                      - alice: { broadcast: { event: test, payload: [{ a: $any }] } }
                      - bob: { receives: { event: test, payload: { id: $uid } } }
                      - bob: { receives: { event: test, payload: { of: $room, text: $$room } } }
                    """))
        .containsExactly(
            "11: `$any` matches, it cannot be sent; `$$any` is the text",
            "12: `$uid` is neither a matcher nor a topic joined so far, did you mean `$uuid`?");
  }

  @Test
  void messagesThatCannotBeToldApart() {
    assertThat(problemsOf(STEPS + "  - bob: { broadcast: { event: test, payload: { n: 1 } } }\n"))
        .containsExactly("11: the same event and payload as in line 9: make the payloads differ");
  }

  @Test
  void anIdThatIsTaken() {
    assertThat(problemsOf(STEPS + "---\n" + STEPS))
        .containsExactly(
            "12: the id `SELF-1/words-with-dashes` is taken, see " + directory + "/a.yaml:1");
  }

  @Test
  void aDirectoryWithoutScenarios() {
    assertThat(problemsOf("# nothing\n")).containsExactly("no scenario is in here");
  }

  private List<String> problemsOf(String text) {
    try {
      Files.writeString(directory.resolve("a.yaml"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return problems(directory);
  }

  /** What is wrong with a directory, without its name. */
  static List<String> problems(Path directory) {
    InvalidSource refusal =
        catchThrowableOfType(InvalidSource.class, () -> Corpora.read(directory));
    assertThat(refusal).as("the refusal of " + directory).isNotNull();
    return refusal.problems().stream()
        .map(problem -> problem.toString().replaceFirst("^.*?/[a-z]+\\.yaml:", ""))
        .map(text -> text.replaceFirst("^.*:1: no scenario", "no scenario"))
        .toList();
  }
}
