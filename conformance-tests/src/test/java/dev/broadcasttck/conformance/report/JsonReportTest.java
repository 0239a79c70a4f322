package dev.broadcasttck.conformance.report;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static dev.broadcasttck.conformance.report.Cases.V2_BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
  private static final String KEY = "a \"quoted/key\" with+signs";
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private Path file;
  private JsonReport report;

  @BeforeEach
  void open() {
    file = folder.resolve("results.json");
    Endpoint endpoint =
        new Endpoint(
            URI.create("wss://user:pw@example.org:8443/realtime/v1/websocket?apikey=k"),
            URI.create("https://example.org:8443/realtime/v1/api/broadcast"),
            new Secret(KEY),
            Map.of());
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    report =
        new JsonReport(file, "0.1.0", endpoint, new Redaction(List.of(endpoint.apiKey())), clock);
  }

  @Test
  void aResultSaysWhatWasPlayedAndWhatCameOfIt() {
    report.write(outcome(Cases.result("SELF-1/x", V2_BINARY, Verdict.FAILED)));

    assertThat(written().at("/results/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "SELF-1/x", "rules": ["SELF-1"], "level": "MUST", "vsn": "2.0.0",
                 "encoding": "binary", "verdict": "failed",
                 "cause": "nothing is heard | heard the own broadcast", "durationMs": 42.0,
                 "evidence": ["bob heard it once"],
                 "negatives": [],
                 "findings": [{"at": "spec/scenarios/behaviour/self.yaml:14",
                               "expected": "nothing is heard",
                               "actual": "heard the own broadcast"}]}
                """));
    assertThat(written().at("/exitCode").asInt()).isEqualTo(1);
  }

  @Test
  void everyVerdictFitsThePublishedSchema() {
    report.write(
        outcome(
            Arrays.stream(Verdict.values())
                .map(verdict -> Cases.result("ACK-1/" + verdict.name(), V1, verdict))
                .toArray(Result[]::new)));
    assertThat(schema().validate(written())).isEmpty();
  }

  @Test
  void theSchemaSeesWhatIsWrong() {
    report.write(outcome(Cases.result("SELF-1/x", V1, Verdict.PASSED)));
    ObjectNode broken = (ObjectNode) written();
    ((ObjectNode) broken.at("/results/0")).put("verdict", "fine").remove("rules");
    broken.remove("exitCode");

    assertThat(schema().validate(broken))
        .map(Error::getKeyword)
        .containsExactlyInAnyOrder("enum", "required", "required");
  }

  @Test
  void aRunThatIsCutOffSaysSoAndKeepsWhatItHas() {
    report.began(5);
    report.finished(Cases.result("ACK-1/answered", V1, Verdict.PASSED));
    report.writeCutOff();

    assertThat(written().at("/cutOff").asBoolean()).isTrue();
    assertThat(written().at("/results")).hasSize(1);
    assertThat(written().has("exitCode")).isFalse();
    assertThat(schema().validate(written())).isEmpty();
  }

  @Test
  void theKeyIsNowhereInTheFileHoweverItIsSpelt() throws IOException {
    Result leaky =
        Cases.result(
            Cases.scenario("SELF-1/x"),
            V1,
            Verdict.FAILED,
            "not " + KEY,
            "apikey=a+%22quoted%2Fkey%22+with%2Bsigns");
    report.write(outcome(leaky));

    assertThat(Files.readString(file))
        .contains("not [secret]", "apikey=[secret]")
        .doesNotContain("quoted", "user:pw", "apikey=k");
    assertThat(written().at("/endpoint/socket").asString())
        .isEqualTo("wss://example.org:8443/realtime/v1/websocket");
  }

  private static Outcome outcome(Result... results) {
    return new Outcome(List.of(results), Duration.ofMillis(50));
  }

  private JsonNode written() {
    return JSON.readTree(file);
  }

  private static Schema schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("/tck/schema/results.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
