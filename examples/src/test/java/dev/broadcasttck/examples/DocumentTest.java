package dev.broadcasttck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show of Java and Kotlin is found in sources that the build compiles. */
class DocumentTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(?:java|kotlin)\n(.*?)^ *```$");
  private static final Pattern INDENTED = Pattern.compile("(?m)(?:^(?: {4}.*)?\n)+");
  private static final Pattern CODE =
      Pattern.compile("\\s*(try \\(|class |@\\w|val |var |import )");

  @ParameterizedTest
  @CsvSource({"README.md, 4", "docs/mock.md, 8", "examples/README.md, 0"})
  void whatADocumentShowsIsCompiled(String document, int least) throws IOException {
    String compiled = sources();

    List<String> pieces = pieces(Files.readString(HOME.resolve(document)));

    assertThat(pieces).hasSizeGreaterThanOrEqualTo(least);
    assertThat(pieces.stream().filter(piece -> !compiled.contains(unbroken(piece))))
        .as("what no compiled source has")
        .isEmpty();
  }

  private static List<String> pieces(String document) {
    Stream<String> fenced = FENCED.matcher(document).results().map(it -> it.group(1));
    Stream<String> indented =
        INDENTED
            .matcher(FENCED.matcher(document).replaceAll(""))
            .results()
            .map(it -> it.group())
            .filter(it -> CODE.matcher(it).lookingAt());
    return Stream.concat(fenced, indented).toList();
  }

  private static String sources() throws IOException {
    try (Stream<Path> own = Files.walk(HOME.resolve("examples/src"));
        Stream<Path> suite = Files.walk(HOME.resolve("conformance-tests/src/test"))) {
      return Stream.concat(own, suite)
          .filter(file -> file.toString().matches(".*\\.(java|kt)"))
          .map(DocumentTest::read)
          .map(DocumentTest::unbroken)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Formatters break lines in the one place and not in the other. */
  private static String unbroken(String code) {
    return code.replaceAll("\\s+", "");
  }
}
