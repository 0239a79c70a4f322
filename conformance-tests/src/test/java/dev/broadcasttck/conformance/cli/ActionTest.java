package dev.broadcasttck.conformance.cli;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The action for GitHub, held against the command line that it types. */
class ActionTest {
  private static final Path FILE = Path.of("..", "action.yml");
  private static final Pattern INPUT = Pattern.compile("inputs\\.([\\w-]+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*?)\\|");
  private static final Pattern SPAN = Pattern.compile("`([\\w-]+)`");

  @TempDir Path directory;

  private String text = "";
  private JsonNode action = MissingNode.getInstance();

  @BeforeEach
  void read() throws IOException {
    Problems problems = new Problems();
    text = Files.readString(FILE);
    action = YamlSource.read(FILE.toString(), text, problems).get(0).root();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void itsInputsAreUsedAndNoOthers() {
    Set<String> used = INPUT.matcher(text).results().map(it -> it.group(1)).collect(toSet());

    assertThat(action.path("inputs").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void theDocumentTellsOfEachInput() throws IOException {
    List<String> told =
        ROW.matcher(Files.readString(Path.of("..", "docs", "ci.md")))
            .results()
            .flatMap(row -> SPAN.matcher(row.group(1)).results())
            .map(it -> it.group(1))
            .toList();

    assertThat(told).containsExactlyInAnyOrderElementsOf(action.path("inputs").propertyNames());
  }

  @Test
  void noInputIsTextOfItsScript() {
    assertThat(script()).isNotEmpty().doesNotContain("${{");
    assertThat(play().path("env").propertyNames())
        .allSatisfy(name -> assertThat(script() + "TCK_APIKEY").contains(name));
  }

  @Test
  void theCommandLineKnowsWhatItTypes() throws Exception {
    int exitCode = play("run", "--timeout 10min --only SELF-*", 5);

    assertThat(Workbench.misunderstanding(typed())).as("action.yml types %s", typed()).isEmpty();
    assertThat(typed())
        .contains(
            "--url wss://there/", "--corpus server", "--profile core", "--baseline known.yaml")
        .endsWith("--timeout 10min --only SELF-*")
        .doesNotContain("a-key");
    assertThat(exitCode).isEqualTo(5);
    assertThat(directory.resolve("output"))
        .hasContent("results=%s/results/results.json%nexit-code=5".formatted(directory));
  }

  @Test
  void anAdapterStandsBehindTwoDashes() throws Exception {
    assertThat(play("client", "--repeat 3 -- node adapter.js", 0)).isZero();
    assertThat(Workbench.misunderstanding(typed())).isEmpty();
    assertThat(typed()).startsWith("./tck client ").endsWith(" --repeat 3 -- node adapter.js");
  }

  private JsonNode play() {
    for (JsonNode step : action.path("runs").path("steps")) {
      if (step.path("id").asString("").equals("play")) {
        return step;
      }
    }
    throw new AssertionError("action.yml has no step with the id play");
  }

  private String script() {
    return play().path("run").asString();
  }

  /** Does what a runner does, with a command that only notes how it was called. */
  private int play(String command, String args, int exitCode) throws Exception {
    Path tck = directory.resolve("tck");
    Files.writeString(
        tck, "#!/bin/sh\necho \"./tck $*\" >'%s/typed'\nexit %d\n".formatted(directory, exitCode));
    assertThat(tck.toFile().setExecutable(true)).isTrue();
    ProcessBuilder bash =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script());
    bash.environment().putAll(variables(command, args));
    Process process = bash.directory(directory.toFile()).inheritIO().start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Map<String, String> variables(String command, String args) {
    Map<String, String> inputs =
        new HashMap<>(
            Map.of(
                "command", command,
                "url", "wss://there/",
                "apikey", "a-key",
                "corpus", "server",
                "profile", "core",
                "baseline", "known.yaml",
                "args", args,
                "jar", "",
                "results", directory + "/results"));
    Map<String, String> variables = new HashMap<>();
    variables.put("GITHUB_STEP_SUMMARY", directory + "/summary.md");
    variables.put("GITHUB_OUTPUT", directory + "/output");
    play()
        .path("env")
        .propertyStream()
        .forEach(each -> variables.put(each.getKey(), value(each.getValue().asString(), inputs)));
    return variables;
  }

  private String value(String expression, Map<String, String> inputs) {
    var input = INPUT.matcher(expression);
    return input.find() ? inputs.getOrDefault(input.group(1), "") : directory.toString();
  }

  private String typed() throws IOException {
    return Files.readString(directory.resolve("typed")).strip();
  }
}
