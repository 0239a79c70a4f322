package dev.broadcasttck.mock.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\" : 1.10 }",
        "[12345678901234567890123,1e3,-0.0,1e-400]",
        "\"\\ud83d\\ude00 é😀\"",
        "null",
        "{\"a\":{\"b\":1},\"c\":{\"b\":2}}"
      })
  void whatIsSoundStaysAsItIsWritten(String json) {
    assertThat(check(json)).contains(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}{}",
        "[1]x",
        "1e400",
        "1e-9999999999",
        "[\"\\ud83d\"]",
        "{\"\\ude00\":1}",
        "NaN"
      })
  void whatTheRealServerCannotReadIsNoJson(String json) {
    assertThat(check(json)).isEmpty();
  }

  @Test
  void invalidUtf8IsNoJson() {
    // "é" cut in half, inside a string
    assertThat(StrictJson.check(Bytes.hex("22c322"))).isEmpty();
  }

  @Test
  void anotherCharsetIsNoJson() {
    Bytes utf16 = Bytes.of("{}".getBytes(StandardCharsets.UTF_16BE));
    assertThat(StrictJson.check(utf16)).isEmpty();
  }

  @Test
  void ofDuplicateKeysTheFirstWinsAtEveryDepth() {
    assertThat(check("{\"a\":{\"b\":1,\"b\":[2]},\"a\":3,\"c\":1.10}"))
        .contains("{\"a\":{\"b\":1},\"c\":1.10}");
  }

  @Test
  void spacesAroundAValueAreNotPartOfIt() {
    assertThat(check(" {\"a\": 1}\n")).contains("{\"a\": 1}");
  }

  private static Optional<String> check(String json) {
    return StrictJson.check(Bytes.utf8(json)).map(JsonText::bytes).map(Bytes::utf8);
  }
}
