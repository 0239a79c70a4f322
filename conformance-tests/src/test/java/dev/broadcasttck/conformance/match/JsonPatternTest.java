package dev.broadcasttck.conformance.match;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPatternTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}         | {\"a\":1.0}",
        "1e3               | 1000",
        "12345678901234567890123 | 12345678901234567890123",
        "[1,[2,{}],null]   | [1,[2,{}],null]",
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "\"$any\"          | null",
        "\"$string\"       | \"\"",
        "\"$number\"       | 0.5",
        "\"$uuid\"         | \"0b0e7f0a-64f6-4a52-9fae-5d2c4a0f7a11\"",
        "\"$$any\"         | \"$any\"",
        "{\"a\":\"$absent\"} | {}",
        "{\"a\":1,\"...\":\"$any\"} | {\"a\":1,\"b\":2}",
        "\"$integer\"      | 7",
        "{\"$matches\":\"a+\"} | \"aa\"",
        "{\"$one-of\":[1,\"$string\"]} | \"x\"",
        "{\"$one-of\":[1,\"$string\"]} | 1",
        "{\"$not\":1}      | 2",
        "{\"$capture\":\"c\"} | null",
        "{\"$not\":1,\"a\":2} | {\"$not\":1,\"a\":2}",
        "{\"$other\":1}    | {\"$other\":1}",
      })
  void theseFit(String expected, String actual) {
    assertThat(pattern(expected).compare(json(actual))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1} | {\"a\":2} | expected 1 at /a, got 2",
        "{\"a\":1} | {\"a\":\"1\"} | expected 1 at /a, got \"1\"",
        "{\"a\":1} | {} | expected 1 at /a, got nothing",
        "{} | {\"b\":null} | expected no such key at /b, got null",
        "[1,2] | [1] | expected 2 at /1, got nothing",
        "[1] | [1,2] | expected nothing at /1, got 2",
        "\"$any\" | \"\" | `` ",
        "\"$integer\" | 7.5 | expected \"$integer\", got 7.5",
        "\"$string\" | 7 | expected \"$string\", got 7",
        "\"$number\" | \"7\" | expected \"$number\", got \"7\"",
        "\"$uuid\" | 7 | expected \"$uuid\", got 7",
        "{\"a\":\"$any\"} | {} | expected \"$any\" at /a, got nothing",
        "{\"$matches\":\"a+\"} | \"ab\" | expected {\"$matches\":\"a+\"}, got \"ab\"",
        "{\"$matches\":\"7\"} | 7 | expected {\"$matches\":\"7\"}, got 7",
        "{\"$one-of\":[1,2]} | 3 | expected {\"$one-of\":[1,2]}, got 3",
        "{\"$not\":\"$string\"} | \"x\" | expected {\"$not\":\"$string\"}, got \"x\"",
        "{\"a\":{\"$capture\":\"c\"}} | {} | expected {\"$capture\":\"c\"} at /a, got nothing",
        "{\"a\":1} | [1] | expected {\"a\":1}, got [1]",
        "[1] | {\"a\":1} | expected [1], got {\"a\":1}",
        "1 | \"1\" | expected 1, got \"1\"",
        "\"$$any\" | \"$$any\" | expected \"$$any\", got \"$$any\"",
        "\"$uuid\" | \"7\" | expected \"$uuid\", got \"7\"",
        "{\"a\":\"$absent\"} | {\"a\":null} | expected \"$absent\" at /a, got null",
        "12345678901234567890123 | 12345678901234567890124 "
            + "| expected 12345678901234567890123, got 12345678901234567890124",
      })
  void aMismatchNamesItsPlace(String expected, String actual, String words) {
    assertThat(pattern(expected).compare(json(actual)).map(Mismatch::toString).orElse(""))
        .isEqualTo(words.strip());
  }

  @Test
  void whatIsCapturedIsFoundAtEveryDepth() {
    JsonPattern pattern =
        pattern(
            "{\"a\":[1,{\"$capture\":\"one\"}],\"b\":{\"c\":{\"$capture\":\"two\"}},\"d\":{\"$not\":1}}");

    assertThat(pattern.captures(json("{\"a\":[1,2],\"b\":{\"c\":\"x\"},\"d\":3}")))
        .containsExactly(entry("one", json("2")), entry("two", json("\"x\"")));
  }

  @Test
  void aLiteralFitsOnlyItselfAtEveryDepth() {
    JsonPattern literal = JsonPattern.literal(json("[{\"a\":\"$any\"},1,\"b\"]"));

    assertThat(literal.matches(json("[{\"a\":\"$any\"},1,\"b\"]"))).isTrue();
    assertThat(literal.matches(json("[{\"a\":\"x\"},1,\"b\"]"))).isFalse();
    assertThat(literal.matches(json("[{\"a\":\"$any\"},2,\"b\"]"))).isFalse();
  }

  @Test
  void aLiteralFitsOnlyItself() {
    JsonPattern literal = JsonPattern.literal(json("{\"a\":\"$any\"}"));
    assertThat(literal.matches(json("{\"a\":\"$any\"}"))).isTrue();
    assertThat(literal.matches(json("{\"a\":\"b\"}"))).isFalse();
  }

  private static JsonPattern pattern(String json) {
    return new JsonPattern(json(json));
  }

  private static JsonNode json(String json) {
    return JSON.readTree(json);
  }
}
