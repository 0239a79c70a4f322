package dev.broadcasttck.spec.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a rule is told, word for word; the line is that of the mistake. */
class WrongRulesTest {
  private static final String RULE =
      """
      chapter: Tea
      rules:
        - id: TEA-1
          level: MUST
          binds: [server]
          text: Tea is served hot.
          sources:
            - { document: "Supabase docs, Realtime protocol guide", section: phx_join }
      """;
  private static final String SCENARIO =
      """
      id: TEA-1/tea-is-hot
      title: Tea is hot
      proves: [TEA-1]
      versions: [1.0.0]
      actors: { alice: {} }
      steps:
        - alice: { join: $room }
        - alice: { reports: { status: SUBSCRIBED } }
      """;

  @TempDir Path directory;

  @BeforeEach
  void aScenarioThatProvesTheRule() throws IOException {
    Files.createDirectories(directory.resolve("rules"));
    Files.createDirectories(directory.resolve("scenarios/behaviour"));
    Files.writeString(directory.resolve("scenarios/behaviour/tea.yaml"), SCENARIO);
  }

  @Test
  void aLawOfOnesOwnIsReadWithItsScenarios() throws IOException {
    Files.writeString(directory.resolve("rules/tea.yaml"), RULE);

    Corpus corpus = Corpora.read(directory);

    assertThat(corpus.rules().rules()).extracting(rule -> rule.id()).containsExactly("TEA-1");
    assertThat(corpus.scenarios()).extracting(s -> s.corpus()).containsExactly("behaviour");
  }

  @Test
  void aRuleWithoutProofOrExcuse() throws IOException {
    String second = RULE.substring(RULE.indexOf("  - id")).replace("TEA-1", "TEA-2");

    assertThat(problemsOf(RULE + second))
        .containsExactly("9: no scenario proves `TEA-2`: write one, or say why it is `untestable`");
  }

  @Test
  void aRuleWithProofAndExcuse() throws IOException {
    assertThat(problemsOf(RULE + "    untestable: nobody drinks tea\n"))
        .containsExactly("3: `TEA-1` is called untestable, yet a scenario proves it");
  }

  @Test
  void anIdThatIsTaken() throws IOException {
    assertThat(problemsOf(RULE + RULE.substring(RULE.indexOf("  - id"))))
        .containsExactly(
            "9: the id `TEA-1` is taken, see " + directory.resolve("rules/tea.yaml") + ":3");
  }

  @Test
  void everyMistakeAtOnce() throws IOException {
    assertThat(
            problemsOf(
                """
                chapter: Tea
                rules:
                  - id: TEA-01
                    level: SHALL
                    binds: [serve]
                    text: Tea is served hot
                    sources: []
                    capability: realtime.channel.brodcast
                    until: tomorrow
                """))
        .containsExactly(
            "3: `TEA-01` is not right here: chapter and number, such as SELF-1; never"
                + " renumbered, never given away again",
            "4: `SHALL` is not known here; known are `MUST`, `SHOULD`, `MAY`, `OBSERVED`",
            "5: `serve` is not known here, did you mean `server`?",
            "6: `Tea is served hot` is not right here: one sentence in our own words, ending with"
                + " a full stop",
            "7: must not be empty: Where the rule comes from; at least one.",
            "8: `realtime.channel.brodcast` is not known here, did you mean"
                + " `realtime.channel.broadcast`?",
            "9: `until` is not known here; known are `aliases`, `binds`, `capability`, `id`,"
                + " `level`, `since`, `sources`, `text`, `untestable`");
  }

  private List<String> problemsOf(String rules) throws IOException {
    Files.writeString(directory.resolve("rules/tea.yaml"), rules);
    return WrongScenariosTest.problems(directory);
  }
}
