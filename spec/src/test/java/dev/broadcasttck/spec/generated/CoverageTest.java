package dev.broadcasttck.spec.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
  private final Corpus corpus = Corpora.bundled();

  @Test
  void thePageOfMemFireIsCoveredStatementByStatement() throws IOException {
    Coverage coverage = Coverage.read(Path.of("coverage/memfire.yaml"), corpus.rules());

    assertThat(coverage.items())
        .extracting(item -> item.variant().orElse("all"))
        .contains("JavaScript", "Dart", "Kotlin", "REST", "all");
    new GeneratedFile(
            Path.of("../docs/memfire-coverage.md"),
            CoverageDocument.of(coverage, corpus, "spec/coverage/memfire.yaml"))
        .inspect();
  }

  @Test
  void aStatementWithNeitherRuleNorExcuseIsRefused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("page.yaml");
    Files.writeString(
        file,
        """
        document: A page
        sections:
          - title: One
            items:
              - says: Something.
              - says: Something else.
                rules: [SELF-99]
        """);

    assertThatThrownBy(() -> Coverage.read(file, corpus.rules()))
        .hasMessage(
            "%1$s:5: a statement has either `rules` or an `excuse`\n%1$s:6: there is no rule `SELF-99`"
                .formatted(file));
  }
}
