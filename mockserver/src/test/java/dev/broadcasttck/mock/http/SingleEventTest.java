package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import dev.broadcasttck.mock.session.Stage.Script;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleEventTest {
  private static final String PATH = "/realtime/v1/api/broadcast/room/events/e";

  private final Stage stage = new Stage();
  private final Desk desk = new Desk(stage, false);
  private final Script one = stage.version1();
  private final Script two = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");

  SingleEventTest() {
    one.sends(
            "{\"topic\":\"realtime:room\",\"event\":\"phx_join\",\"payload\":{\"config\":{}},\"ref\":\"1\"}")
        .received();
  }

  /** kind 4, topic "realtime:room", event "e", no metadata, encoding, data */
  private static String binary(String encoding, String data) {
    return "040d0100" + encoding + "7265616c74696d653a726f6f6d" + "65" + data;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1} | {\"a\":1}",
        "[1,2] | {\"_json\":[1,2]}",
        "\"s\" | {\"_json\":\"s\"}",
        "'' | {}"
      })
  void theBodyIsThePayload(String body, String payload) {
    assertThat(desk.posts(PATH, body).status()).isEqualTo(202);
    assertThat(two.received()).containsExactly(binary("01", Bytes.utf8(payload).toString()));
    assertThat(one.received())
        .containsExactly(
            "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{\"event\":\"e\",\"payload\":"
                + payload
                + ",\"type\":\"broadcast\"},\"topic\":\"realtime:room\"}");
  }

  @Test
  void binaryDataReachesVersion2Only() {
    Answer answer = posts("application/octet-stream", Bytes.hex("0102ff"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(two.received()).containsExactly(binary("00", "0102ff"));
    assertThat(one.received()).isEmpty();
  }

  @Test
  void anotherTypeIsRefusedBeforeTheTokenIsLookedAt() {
    Answer answer = desk.posts(PATH, Map.of("content-type", "text/plain"), Bytes.utf8("x"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body().utf8())
        .isEqualTo(
            "{\"error\":\"Unsupported Media Type. Use application/json or application/octet-stream\"}");
  }

  @Test
  void aBodyWithoutATypeIsNoPayload() {
    Map<String, String> headers = Map.of("authorization", "Bearer " + desk.token());
    assertThat(desk.asks("POST", PATH, headers, Bytes.utf8("x")).status()).isEqualTo(202);
    assertThat(two.received()).containsExactly(binary("01", "7b7d"));
  }

  @Test
  void badJsonABadTokenAndAnotherMethodAreRefused() {
    assertThat(desk.posts(PATH, "{bad").status()).isEqualTo(400);
    assertThat(desk.posts(PATH, Map.of(), Bytes.utf8("{}")).status()).isEqualTo(401);
    assertThat(desk.asks("GET", PATH, Map.of(), Bytes.utf8("")).status()).isEqualTo(404);
  }

  @Test
  void onePrivateEventMissesThePublicChannel() {
    assertThat(desk.posts(PATH + "?private=true", "{}").status()).isEqualTo(202);
    assertThat(two.received()).isEmpty();
    assertThat(desk.posts(PATH + "?private=1", "{}").status()).isEqualTo(202);
    assertThat(two.received()).hasSize(1);
  }

  @Test
  void segmentsAreDecoded() {
    Script bob = stage.version2().joins("\"21\",\"3\"", "realtime:a/b c+d", "{}");
    desk.posts("/api/broadcast/a%2Fb%20c+d/events/%C3%A9", "{}");
    // kind 4, topic of 16 bytes, event "é"
    assertThat(bob.received().get(0)).startsWith("0410020001").contains("c3a97b7d");
  }

  @Test
  void onAnOlderServerThereIsNoSuchPath() {
    assertThat(new Desk(stage, true).posts(PATH, "{}").status()).isEqualTo(404);
    assertThat(two.received()).isEmpty();
  }

  private Answer posts(String type, Bytes body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer " + desk.token());
    headers.put("content-type", type);
    return desk.posts(PATH, headers, body);
  }
}
