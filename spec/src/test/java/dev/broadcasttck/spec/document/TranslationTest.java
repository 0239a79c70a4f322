package dev.broadcasttck.spec.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README in Chinese says what the one in English says, in so far as a machine can see it. */
class TranslationTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^#+(?= )");
  private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}(.*)$");
  private static final Pattern SPAN = Pattern.compile("`[^`]+`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern ROW_OR_POINT = Pattern.compile("(?m)^(\\||\\* )");
  private static final Pattern OTHER_LANGUAGE =
      Pattern.compile("(?m)^\\[[^\\]]+\\]\\(README[^)]*\\)$");

  private String english = "";
  private String chinese = "";

  @BeforeEach
  void read() throws IOException {
    english = document("README.md");
    chinese = document("README.zh-CN.md");
  }

  private static String document(String name) throws IOException {
    String text = Files.readString(Path.of("..", name));
    assertThat(OTHER_LANGUAGE.matcher(text).find()).as("%s names the other one", name).isTrue();
    return OTHER_LANGUAGE.matcher(text).replaceAll("");
  }

  @Test
  void itHasTheSameHeadings() {
    assertThat(found(HEADING, chinese)).isEqualTo(found(HEADING, english)).hasSizeGreaterThan(5);
  }

  @Test
  void itHasTheSameCommandsAndCode() {
    assertThat(commands(chinese)).isEqualTo(commands(english)).hasSizeGreaterThan(20);
  }

  private static List<String> commands(String document) {
    return COMMAND
        .matcher(document)
        .results()
        .map(line -> line.group(1).replaceAll("\\s+#.*", ""))
        .toList();
  }

  @Test
  void itNamesTheSameOptionsPathsAndWords() {
    assertThat(spans(chinese)).containsExactlyInAnyOrderElementsOf(spans(english));
  }

  /** The pieces that are set as code, wherever lines are broken. */
  private static List<String> spans(String document) {
    return Stream.of(COMMAND.matcher(document).replaceAll("").split("\n\n"))
        .flatMap(paragraph -> found(SPAN, paragraph.replaceAll("\\s+", " ")).stream())
        .toList();
  }

  @Test
  void itHasTheSameLinksAndTheSameRowsAndPoints() {
    assertThat(found(LINK, chinese)).isEqualTo(found(LINK, english));
    assertThat(found(ROW_OR_POINT, chinese)).isEqualTo(found(ROW_OR_POINT, english));
  }

  private static List<String> found(Pattern pattern, String document) {
    return pattern.matcher(document).results().map(MatchResult::group).toList();
  }
}
