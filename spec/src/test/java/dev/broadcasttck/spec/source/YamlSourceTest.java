package dev.broadcasttck.spec.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.noise.Noise;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

class YamlSourceTest {
  @Test
  void onlyWhatJsonKnowsIsNotAString() {
    JsonNode root = read("[no, 012, ~, 0x1F, 1_000, 2.0.0, yes, null, true, -3, '5', \"null\"]");

    assertThat(root.toString())
        .isEqualTo(
            "[\"no\",\"012\",\"~\",\"0x1F\",\"1_000\",\"2.0.0\",\"yes\",null,true,-3,\"5\",\"null\"]");
  }

  @Test
  void numbersAreExact() {
    JsonNode root = read("[9007199254740993, 123456789012345678901234567890, 1.10]");

    assertThat(root.get(0).longValue()).isEqualTo(9007199254740993L);
    assertThat(root.get(1).bigIntegerValue())
        .isEqualTo(new BigInteger("123456789012345678901234567890"));
    assertThat(root.get(2).decimalValue()).isEqualTo(new BigDecimal("1.10"));
  }

  @Test
  void everyValueKnowsItsPlace() {
    YamlDocument document =
        YamlSource.read("a.yaml", "a: 1\nb:\n  - x\n  - { 'c/d~': 2 }\n", new Problems()).get(0);

    assertThat(document.at("/a")).isEqualTo(new Location("a.yaml", 1, 1));
    assertThat(document.at("/b/0")).isEqualTo(new Location("a.yaml", 3, 5));
    assertThat(document.at("/b/1/c~1d~0")).isEqualTo(new Location("a.yaml", 4, 7));
    assertThat(document.at("/b/1/missing/entirely")).isEqualTo(new Location("a.yaml", 4, 5));
  }

  @Test
  void severalDocumentsKeepTheirLines() {
    List<YamlDocument> documents =
        YamlSource.read("a.yaml", "# first\na: 1\n---\nb: 2\n", new Problems());

    assertThat(documents).hasSize(2);
    assertThat(documents.get(1).at("/b").line()).isEqualTo(4);
  }

  @Test
  void duplicateKeysAreToldAllTogether() {
    assertThat(problems("a: 1\nb: { c: 1, c: 2 }\na: 3\n"))
        .containsExactly(
            "a.yaml:2: `c` is here twice, first in line 2",
            "a.yaml:3: `a` is here twice, first in line 1");
  }

  @Test
  void aTab() {
    assertThat(problems("a:\n\tb: 1\n"))
        .containsExactly("a.yaml:2: a tab cannot indent YAML, use spaces");
  }

  @Test
  void whatIsNoYaml() {
    assertThat(problems("a: [1, 2\nb: 3\n"))
        .containsExactly(
            "a.yaml:2: not readable as YAML: while parsing a flow sequence,"
                + " expected ',' or ']', but got :");
  }

  @Test
  void billionLaughs() {
    String laughs =
        """
        a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(problems(laughs))
        .containsExactly(
            "a.yaml:1: anchors (&) and aliases (*) are not read here, write the value out");
  }

  @Test
  void aliasesMergeKeysAndTags() {
    assertThat(problems("a: *b\n"))
        .containsExactly(
            "a.yaml:1: anchors (&) and aliases (*) are not read here, write the value out");
    assertThat(problems("a: { <<: { b: 1 } }\n"))
        .containsExactly("a.yaml:1: merge keys are not read here, write the members out");
    assertThat(problems("a: 1\nb: !!java.net.URL x\n"))
        .containsExactly("a.yaml:2: tags (!) are not read here, quote a text that begins so");
  }

  @Test
  void nestingWithoutEnd() {
    assertThat(problems("[".repeat(100_000)))
        .containsExactly("a.yaml:1: nested more than 40 levels deep");
  }

  @Test
  void numbersWithoutEnd() {
    assertThat(problems("a: " + "9".repeat(100_000)))
        .containsExactly("a.yaml:1: a number of more than 400 digits, quote it");
    assertThat(problems("a: 1e99999999999"))
        .containsExactly("a.yaml:1: `1e99999999999` is no number that JSON knows, quote it");
    assertThat(problems("a: .nan"))
        .containsExactly("a.yaml:1: `.nan` is no number that JSON knows, quote it");
  }

  @Test
  void aKeyThatIsNoWord() {
    assertThat(problems("[a, b]: 1\n")).containsExactly("a.yaml:1: a key must be a word");
  }

  @Test
  void aCharacterThatIsNoText() {
    assertThat(problems("a: 1\nbad: \0\n"))
        .containsExactly(
            "a.yaml:2: the character U+0000 cannot stand in YAML, escape it in double quotes");
  }

  @Test
  void anotherVersion() {
    assertThat(problems("%YAML 12.2\n---\na: 1\n"))
        .containsExactly("a.yaml:1: not readable as YAML: Version{major=12, minor=2}");
  }

  @Test
  void anEscapeThatIsCutOff() {
    assertThat(problems("a: \"\\u00e9\"\nb: \"\\u"))
        .containsExactly("a.yaml:2: an escape is not followed by its hexadecimal digits");
  }

  @Test
  @Timeout(30)
  void whateverIsLongOrDeepIsReadInTime() {
    assertThat(problems("- ".repeat(100_000)))
        .containsExactly("a.yaml:1: nested more than 40 levels deep");
    assertThat(problems("{".repeat(100_000))).hasSize(1);
    assertThat(problems("? ".repeat(100_000))).hasSize(1);
    assertThat(problems("a: [" + "1,".repeat(100_000) + "]")).isEmpty();
    assertThat(problems("x".repeat(100_000) + ": 1")).hasSize(1);
    assertThat(problems("a: '" + "x".repeat(900_000) + "'")).isEmpty();
    assertThat(problems("---\n".repeat(50_000))).isEmpty();
  }

  @Test
  void noiseIsReadOrRefused() {
    Noise noise =
        Noise.of(
            Stream.of(
                "id: A-1/b\ntitle: 'A title'\nproves: [A-1]\nsteps:\n  - alice: { join: $room }\n",
                "a: |\n  text\n  more\nb: >-\n  folded\n---\nc: {d: [1, 2.5, null, \"\\u00e9\"]}\n",
                "%YAML 1.2\n---\n? key\n: &x value\n...\n"));
    noise.throwAt(
        Noise.AMOUNT / 5,
        bytes -> YamlSource.read("a.yaml", new String(bytes, UTF_8), new Problems()));
  }

  @Test
  void aFileTooLong() {
    assertThat(problems("a".repeat(1_000_001)))
        .containsExactly("a.yaml:1: the file has 1,000,001 characters; 1,000,000 is the most");
  }

  private static JsonNode read(String text) {
    Problems problems = new Problems();
    List<YamlDocument> documents = YamlSource.read("a.yaml", text, problems);
    assertThat(problems.all()).isEmpty();
    return documents.get(0).root();
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    YamlSource.read("a.yaml", text, problems);
    return problems.all().stream().map(Problem::toString).toList();
  }
}
