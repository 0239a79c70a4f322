package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
  private final Stage stage = new Stage();
  private final String key = stage.token("anon", Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({"1.0.0,V1", "1.0.5,V1", "2.0.0,V2", "2.0.1,V2"})
  void theFramingIsChosenByVsn(String vsn, ProtocolVersion version) {
    assertThat(judge(Map.of("apikey", key, "vsn", vsn), Map.of()))
        .isEqualTo(new Handshake.Accepted(version, stage.key(), stage.project()));
  }

  @Test
  void withoutVsnItIsVersion1() {
    assertThat(judge(Map.of("apikey", key), Map.of()))
        .isEqualTo(new Handshake.Accepted(ProtocolVersion.V1, stage.key(), stage.project()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "2.0", "1.1.0", "3.0.0", "abc", "1.0.0x"})
  void anotherVsnIsRefusedWithoutAWord(String vsn) {
    Answer answer = refusal(Map.of("vsn", vsn), Map.of());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().length()).isZero();
  }

  @Test
  void theHeaderGoesBeforeTheParameter() {
    assertThat(judge(Map.of(), Map.of("x-api-key", key))).isInstanceOf(Handshake.Accepted.class);
    assertThat(error(Map.of("apikey", key), Map.of("x-api-key", "bad")))
        .isEqualTo("401 {\"error\":\"The token provided is not a valid JWT\"}");
  }

  @Test
  void theKeyIsLookedForNowhereElse() {
    assertThat(error(Map.of("token", key), Map.of("apikey", key, "authorization", "Bearer " + key)))
        .isEqualTo("401 {\"error\":\"API key is missing\"}");
  }

  @Test
  void aKeyThatDoesNotHoldIsRefusedWithTheReason() {
    String expired = stage.token("anon", Duration.ofSeconds(-1));
    assertThat(error(Map.of("apikey", expired), Map.of()))
        .isEqualTo("401 {\"error\":\"Token has expired\"}");
    assertThat(error(Map.of("apikey", ""), Map.of()))
        .isEqualTo("401 {\"error\":\"The token provided is not a valid JWT\"}");
  }

  @Test
  void aPlainGetIsToldWhatItLacks() {
    Answer answer = refusal(Map.of("apikey", key), Map.of("connection", "keep-alive"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().utf8())
        .isEqualTo("'connection' header must contain 'upgrade', got [\"keep-alive\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "/realtime/v1/websocket,true",
    "/socket/websocket,true",
    "/socket/websocket/,true",
    "/websocket,false",
    "/realtime/v1/websocket/more,false",
    "/realtime/v1,false"
  })
  void socketsAreOpenedUnderTwoPaths(String path, boolean isFor) {
    assertThat(Handshake.isFor(request(path, Map.of(), Map.of()))).isEqualTo(isFor);
  }

  private String error(Map<String, String> query, Map<String, String> headers) {
    Answer answer = refusal(query, headers);
    return answer.status() + " " + answer.body().utf8();
  }

  private Answer refusal(Map<String, String> query, Map<String, String> headers) {
    return ((Handshake.Refused) judge(query, headers)).answer();
  }

  private Handshake judge(Map<String, String> query, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(Map.of("connection", "keep-alive, Upgrade"));
    all.putAll(headers);
    return Handshake.judge(request("/socket/websocket", query, all), Optional.of(stage.project()));
  }

  private static Request request(
      String path, Map<String, String> query, Map<String, String> headers) {
    return new Request("GET", path, query, headers, Bytes.utf8(""));
  }
}
