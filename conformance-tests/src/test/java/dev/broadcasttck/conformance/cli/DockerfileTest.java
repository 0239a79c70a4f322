package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The container's recipe, held against the project, as far as that can be without building it. */
class DockerfileTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
  private static final Pattern LET_IN = Pattern.compile("(?m)^!(.+)$");
  private static final Pattern BUILD = Pattern.compile("(?m)^RUN mvn .*-pl (\\S+)");
  private static final Pattern COPY =
      Pattern.compile("(?m)^COPY --from=build /source/(\\S+) (\\S+)$");
  private static final Pattern ENTRY = Pattern.compile("(?m)^ENTRYPOINT (.+)$");
  private static final Pattern OUTPUT =
      Pattern.compile("<outputFile>\\$\\{project.build.directory}/(.*)</outputFile>");

  private static final String DOCKERFILE = read("Dockerfile");

  private static String read(String file) {
    try {
      return Files.readString(HOME.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static MatchResult only(Pattern pattern) {
    List<MatchResult> found = pattern.matcher(DOCKERFILE).results().toList();
    assertThat(found).as("lines like %s in the Dockerfile", pattern).hasSize(1);
    return found.get(0);
  }

  @Test
  void whatIsLetInIsThereAndHoldsEveryModulesDescription() {
    List<String> letIn = groups(LET_IN, read(".dockerignore"));

    assertThat(letIn).allMatch(path -> Files.exists(HOME.resolve(path)));
    assertThat(groups(MODULE, read("pom.xml")))
        .isNotEmpty()
        .allMatch(module -> letIn.stream().anyMatch((module + "/pom.xml")::startsWith));
  }

  @Test
  void theJarThatIsTakenIsTheOneThatIsBuilt() {
    String module = only(BUILD).group(1);
    List<String> built = groups(OUTPUT, read(module + "/pom.xml"));

    assertThat(built)
        .as("what the build makes, and the Dockerfile takes")
        .map(jar -> module + "/target/" + jar)
        .containsExactly(only(COPY).group(1));
  }

  @Test
  @Timeout(30)
  void itsCommandStartsThatJarWithOptionsThatJavaKnows() throws Exception {
    List<String> words = new ArrayList<>();
    for (JsonNode word : JsonMapper.shared().readTree(only(ENTRY).group(1))) {
      words.add(word.asString());
    }
    int jar = words.indexOf("-jar");
    List<String> options = new ArrayList<>(words.subList(0, jar));
    options.add("-version");

    assertThat(words.subList(jar, words.size())).containsExactly("-jar", only(COPY).group(2));
    assertThat(new ProcessBuilder(options).inheritIO().start().waitFor())
        .as("exit code of %s", String.join(" ", options))
        .isZero();
  }
}
