package dev.broadcasttck.conformance.record;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static dev.broadcasttck.conformance.report.Cases.V2_BINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.schema.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultsFileTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void aResultSaysWhatWasPlayedAndWhatCameOfIt() {
    assertThat(
            tree(Records.of(Cases.result("SELF-1/x", V2_BINARY, Verdict.FAILED))).at("/results/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "SELF-1/x", "rules": ["SELF-1"], "level": "MUST", "vsn": "2.0.0",
                 "encoding": "binary", "variant": "2.0.0+binary", "verdict": "failed",
                 "cause": "nothing is heard | heard the own broadcast",
                 "durationMs": 42.0,
                 "evidence": ["bob heard it once"],
                 "negatives": [],
                 "findings": [{"at": "spec/scenarios/behaviour/self.yaml:14",
                               "expected": "nothing is heard",
                               "actual": "heard the own broadcast"}],
                 "likely": "", "title": "A title", "corpus": "behaviour", "chapter": "Self echo",
                 "at": "spec/scenarios/behaviour/self.yaml:7",
                 "again": "./tck run --only 'SELF-1/x@2.0.0+binary'",
                 "tape": [{"atMs": 1.0, "actor": "alice", "on": "s1", "way": "sent",
                           "kind": "frame",
                           "text": "{\\"topic\\":\\"realtime:room\\",\\"event\\":\\"phx_join\\"}"}]}
                """));
  }

  @Test
  void everyVerdictFitsThePublishedSchema() {
    assertThat(complaints(tree(Records.of(oneOfEachVerdict())))).isEmpty();
  }

  @Test
  void theSchemaSeesWhatIsWrong() {
    ObjectNode broken = (ObjectNode) tree(Records.of(Cases.result("SELF-1/x", V1, Verdict.FAILED)));
    ((ObjectNode) broken.at("/results/0")).put("verdict", "fine").remove("rules");
    ((ObjectNode) broken.at("/results/0/tape/0")).put("way", "sideways");
    broken.put("planted", "canary1");
    broken.remove("exitCode");

    assertThat(complaints(broken))
        .hasSize(5)
        .anyMatch(it -> it.contains("`fine` is not known here"))
        .anyMatch(it -> it.contains("`sideways` is not known here"))
        .anyMatch(it -> it.contains("`exitCode` is missing"))
        .anyMatch(it -> it.startsWith("planted"));
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() throws IOException {
    Proceedings written = Records.of(oneOfEachVerdict());

    assertThat(ResultsFile.read(file(ResultsFile.text(written)))).isEqualTo(written);
  }

  @Test
  void aRunThatIsCutOffSaysSoAndWhyAndKeepsWhatItHas() throws IOException {
    Recording recording = new Recording(Records.minutes());
    recording.began(5);
    recording.finished(Cases.result("ACK-1/answered", V1, Verdict.PASSED));
    Proceedings part = recording.part(new Ending(Optional.of("told to end"), Optional.empty()));

    assertThat(part.results()).hasSize(1);
    JsonNode tree = tree(part);
    assertThat(complaints(tree)).isEmpty();
    assertThat(tree.path("cutOff").asBoolean()).isTrue();
    assertThat(tree.path("cutOffBecause").asString()).isEqualTo("told to end");
    assertThat(tree.has("exitCode")).isFalse();
    assertThat(ResultsFile.read(file(ResultsFile.text(part)))).isEqualTo(part);
  }

  @Test
  void aSecretIsNowhereInTheFileHoweverItIsSpelt() {
    Result leaky =
        Cases.result(
            Cases.scenario("SELF-1/x"),
            V1,
            Verdict.FAILED,
            "not " + Records.KEY,
            "apikey=a+%22quoted%2Fkey%22+with%2Bsigns");

    assertThat(ResultsFile.text(Records.of(leaky)))
        .contains("not [secret]", "apikey=[secret]", "\"planted\" : \"[secret]\"")
        .contains("\"socket\" : \"wss://example.org:8443/realtime/v1/websocket\"")
        .doesNotContain("quoted", "user:pw", "apikey=k", Records.CANARY);
  }

  @Test
  void theTapeOfWhatIsGreenIsKeptOnlyIfAskedFor() {
    Result green = Cases.result("ACK-1/answered", V1, Verdict.PASSED);

    assertThat(Records.of(green).results().get(0).tape()).isEmpty();
    assertThat(Records.clerk(Clerk.Keeping.ALL).write(green).tape()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"format\": 1,|not readable as JSON",
        "[]|these are no results of './tck run --json FILE'",
        "{\"format\": 1, \"tool\": {\"name\": \"another\"}}|these are no results",
        "{\"format\": 9, \"tool\": {\"name\": \"broadcast-tck\"}}|the results have format 9",
        "{\"format\": 1, \"tool\": {\"name\": \"broadcast-tck\"}}|`results` is missing"
      })
  void aFileThatIsNoFileOfResultsGetsASentence(String text, String sentence) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining(sentence);
  }

  @Test
  void resultsThatKeptTooLittleGetASentence() throws IOException {
    ObjectNode old = (ObjectNode) tree(Records.of(Cases.result("SELF-1/x", V1, Verdict.PASSED)));
    old.remove("rules");
    Path file = file(old.toString());

    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessageContaining("kept too little to make reports of; run it again");
  }

  @Test
  void aFileThatIsNotThereGetsASentence() {
    assertThatThrownBy(() -> ResultsFile.read(folder.resolve("none.json")))
        .hasMessageContaining("the file cannot be read");
  }

  private static Result[] oneOfEachVerdict() {
    return Arrays.stream(Verdict.values())
        .map(verdict -> Cases.result("ACK-1/" + verdict.name(), V1, verdict))
        .toArray(Result[]::new);
  }

  private static java.util.List<String> complaints(JsonNode tree) {
    return SchemaCheck.named("results.schema.json").complaints(tree);
  }

  private static JsonNode tree(Proceedings proceedings) {
    return JSON.readTree(ResultsFile.text(proceedings));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("results.json"), text);
  }
}
