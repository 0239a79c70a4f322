package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlSource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run that writes every form at once, each held against its public schema. */
class ReportFormsTest {
  private static final String WEBJAR = "META-INF/resources/webjars/har-schema/2.0.0/lib/";

  @TempDir static Path folder;

  private static Shell.Answer run;

  @BeforeAll
  static void playOnce() {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--fault", "ECHO_ALWAYS", "--repeat", "2", "--drain", "1ms"));
    arguments.addAll(
        List.of(
            "--only",
            "SELF-1",
            "--only",
            "REST-1",
            "--only",
            "BROADCAST-1/three-framings-in-one-room",
            "--all-tapes"));
    arguments.addAll(forms(folder));
    run = Shell.EMPTY.type(arguments);
  }

  private static List<String> forms(Path folder) {
    return Stream.of(
            "json html junit ctrf open-test markdown tap annotations earl traces har badge"
                .split(" ", -1))
        .flatMap(form -> Stream.of("--" + form, folder.resolve(form).toString()))
        .toList();
  }

  @Test
  void theRunEndsAsItWouldWithoutThem() {
    assertThat(run.exitCode()).as(run.all()).isEqualTo(1);
  }

  @Test
  void theSameIsMadeAgainFromTheResultsAlone() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    List<String> arguments = new ArrayList<>(List.of("report", file("json").toString()));
    arguments.addAll(forms(again));
    Shell.Answer answer = Shell.EMPTY.type(arguments);

    assertThat(answer.exitCode()).as(answer.all()).isZero();
    try (Stream<Path> files = Files.walk(again)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(20)
          .allSatisfy(
              file ->
                  assertThat(file).hasSameTextualContentAs(folder.resolve(again.relativize(file))));
    }
  }

  @Test
  void resultsFollowTheirSchema() throws IOException {
    assertThat(SchemaCheck.named("results.schema.json").complaints(json("json"))).isEmpty();
  }

  @Test
  void junitFollowsWhatItsReadersAgreeUpon() throws Exception {
    validate("/reports/junit.xsd", "junit");
    assertThat(text("junit"))
        .contains("classname=\"behaviour.SELF-1\"", "<property name=\"level\" value=\"MUST\"/>")
        .contains("name=\"SELF-1/sender-hears-nothing-by-default@1.0.0\"", "<failure");
  }

  @Test
  void openTestReportingFollowsItsSchema() throws Exception {
    validate("/org/opentest4j/reporting/schema/events-0.2.0.xsd", "open-test");
    assertThat(text("open-test")).contains("status=\"FAILED\"", "status=\"SUCCESSFUL\"");
  }

  @Test
  void ctrfFollowsItsDescription() throws IOException {
    assertThat(complaints("/reports/ctrf.schema.json", json("ctrf"))).isEmpty();
    assertThat(json("ctrf").at("/results/summary/failed").asInt()).isPositive();
  }

  @Test
  void earlFollowsItsDescription() throws IOException {
    assertThat(complaints("/reports/earl.schema.json", json("earl"))).isEmpty();
    assertThat(text("earl")).contains("earl:passed", "earl:failed");
  }

  @Test
  void badgesFollowTheirDescription() throws IOException {
    assertThat(names("badge"))
        .contains("behaviour-1.0.0.json", "behaviour-2.0.0.json", "server-2.0.0.json");
    for (String name : names("badge")) {
      assertThat(complaints("/reports/badge.schema.json", json("badge/" + name))).isEmpty();
    }
    assertThat(json("badge/behaviour-1.0.0.json").path("color").asString()).isEqualTo("red");
  }

  @Test
  void archivesFollowTheSchemaOfHar() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
            .getSchema(SchemaLocation.of("classpath:" + WEBJAR + "har.json"));

    assertThat(names("har")).isNotEmpty();
    for (String name : names("har")) {
      assertThat(schema.validate(json("har/" + name))).as(name).isEmpty();
    }
    JsonNode sockets =
        json("har/SELF-1.sender-hears-nothing-by-default@2.0.0.har").at("/log/entries");
    assertThat(sockets.get(0).at("/response/status").asInt()).isEqualTo(101);
    assertThat(sockets.get(0).at("/_webSocketMessages/0/type").asString()).isEqualTo("send");
    assertThat(sockets.get(0).at("/_webSocketMessages/0/data").asString()).contains("phx_join");
  }

  @Test
  void theSchemaOfHarSeesWhatIsWrong() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
            .getSchema(SchemaLocation.of("classpath:" + WEBJAR + "har.json"));
    String broken =
        text("har/SELF-1.sender-hears-nothing-by-default@2.0.0.har")
            .replace("\"queryString\"", "\"query\"");

    assertThat(schema.validate(JsonMapper.shared().readTree(broken))).isNotEmpty();
  }

  @Test
  void testAnythingFollowsItsGrammar() throws IOException {
    List<String> lines = text("tap").lines().toList();
    long points = lines.stream().filter(it -> it.matches("(not )?ok \\d+ - \\S.*")).count();

    assertThat(lines).startsWith("TAP version 14", "1.." + points);
    assertThat(lines)
        .allMatch(it -> it.matches("TAP version 14|1\\.\\.\\d+|# .*|(not )?ok \\d+ - \\S.*|  .*"));
    assertThat(diagnostics(lines)).isNotEmpty().allMatch(it -> it.has("message"));
  }

  private static List<JsonNode> diagnostics(List<String> lines) {
    String blocks =
        String.join("\n", lines.stream().filter(it -> it.startsWith("  ")).toList())
            .replace("\n  ...", "");
    Problems problems = new Problems();
    List<JsonNode> read =
        YamlSource.read("tap", blocks.replaceAll("(?m)^  ", ""), problems).stream()
            .map(document -> document.root())
            .toList();
    assertThat(problems.all()).isEmpty();
    return read;
  }

  @Test
  void annotationsAreThoseThatGithubReads() throws IOException {
    assertThat(text("annotations").lines())
        .isNotEmpty()
        .allMatch(
            it ->
                it.matches("::(error|warning) file=[^,:]+,line=\\d+,title=[^:]+::.+")
                    || it.matches("::(error|warning) title=Broadcast TCK::and \\d+ more .+"));
  }

  @Test
  void theSummaryIsMarkdownWithTheCauseTheTableAndTheFailures() throws IOException {
    assertThat(text("markdown"))
        .startsWith("## Broadcast TCK: not conformant\n")
        .contains("* ", "× The server sends a broadcast back to its own sender")
        .contains("| chapter | level | passed |", "| Self echo | MUST |")
        .contains("<details><summary><code>SELF-1/", "expected: the server sends no copy");
  }

  @Test
  void tracesAreLinesOfJson() throws IOException {
    assertThat(text("traces/SELF-1.sender-hears-nothing-by-default@1.0.0.jsonl").lines())
        .hasSizeGreaterThan(5)
        .allSatisfy(line -> assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue());
  }

  private static void validate(String schema, String form) throws IOException, SAXException {
    URL location = Objects.requireNonNull(ReportFormsTest.class.getResource(schema), schema);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(location)
        .newValidator()
        .validate(new StreamSource(file(form).toFile()));
  }

  private static List<String> complaints(String schema, JsonNode tree) throws IOException {
    URL location = Objects.requireNonNull(ReportFormsTest.class.getResource(schema), schema);
    return SchemaCheck.in(Path.of(location.getPath())).complaints(tree);
  }

  private static List<String> names(String form) throws IOException {
    try (Stream<Path> files = Files.list(file(form))) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode json(String name) throws IOException {
    return JsonMapper.shared().readTree(text(name));
  }

  private static String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  private static Path file(String name) {
    return folder.resolve(name);
  }
}
