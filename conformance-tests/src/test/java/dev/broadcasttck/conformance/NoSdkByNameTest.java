package dev.broadcasttck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, scenarios, mock and judge treat every client library alike: they know none by name. */
class NoSdkByNameTest {
  /** The names of libraries; those of protocols, products and documents are others. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "supabase[-_](js|kt|py|flutter|swift|wechat|csharp|go)|realtime[-_](js|kt|py|csharp|swift)"
              + "|realtime_client|phoenix\\.js|phoenixjs|javaphoenixclient|wechat");

  private static List<String> mentions(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json|java)"))
          .flatMap(NoSdkByNameTest::mentionsIn)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> mentionsIn(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(NoSdkByNameTest::names)
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean names(String line) {
    return LIBRARY.matcher(line.toLowerCase(Locale.ROOT)).find();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../spec/rules",
        "../spec/scenarios",
        "../spec/schema",
        "../spec/src/main",
        "../mockserver/src/main",
        "src/main"
      })
  void nothingIsSaidOfALibrary(String directory) {
    assertThat(mentions(Path.of(directory))).filteredOn(mention -> !isSnippet(mention)).isEmpty();
  }

  /** What the mock prints to be pasted has to import something. */
  private static boolean isSnippet(String mention) {
    return mention.startsWith("Snippet.java: ") || mention.contains("npm install @supabase/");
  }

  @Test
  void aNameIsSeenWhereThereIsOne() {
    assertThat(names("requires: [not-supabase-js]")).isTrue();
    assertThat(names("if (profile.name().equals(\"realtime_py\")) {")).isTrue();
    assertThat(names("the Supabase docs, Realtime broadcast guide")).isFalse();
    assertThat(mentions(Path.of("../adapters"))).isNotEmpty();
  }
}
