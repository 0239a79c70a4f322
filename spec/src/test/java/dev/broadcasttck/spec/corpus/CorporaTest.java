package dev.broadcasttck.spec.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.generated.GeneratedFile;
import dev.broadcasttck.spec.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporaTest {
  private static final String SCHEMA = "# yaml-language-server: $schema=";

  @Test
  void theBundledCorpusIsReadInFull() {
    Corpus corpus = Corpora.bundled();

    assertThat(corpus.rules().rule("SELF-1")).isPresent();
    assertThat(corpus.scenarios())
        .extracting(scenario -> scenario.id())
        .contains("SMOKE-1/a-broadcast-reaches-the-other-member");
  }

  @Test
  void theFilesOfTheSuitePassEveryCheckThatUsersFilesPass() {
    Corpus checked = Corpora.read(Path.of(""));

    assertThat(checked.scenarios()).hasSameSizeAs(Corpora.bundled().scenarios());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "scenarios", "profiles"})
  void theIndexNamesEveryFile(String folder) throws IOException {
    Path home = Path.of(folder);
    String lines =
        Folder.paths(home, new Problems()).stream()
            .map(path -> Folder.below(home, path) + "\n")
            .collect(Collectors.joining());

    new GeneratedFile(home.resolve(Bundle.INDEX), lines).inspect();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "scenarios", "profiles", "coverage"})
  void everyFileTellsEditorsItsSchema(String folder) throws IOException {
    for (Path path : Folder.paths(Path.of(folder), new Problems())) {
      String first = Files.readAllLines(path).get(0);

      assertThat(first).as("the first line of %s", path).startsWith(SCHEMA);
      assertThat(path.resolveSibling(first.substring(SCHEMA.length()))).exists();
    }
  }
}
