package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import dev.broadcasttck.mock.session.Stage.Script;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final String BATCH =
      "{\"messages\":[{\"topic\":\"room\",\"event\":\"e\",\"payload\":{\"a\":1.10}}]}";
  private static final String COPY =
      "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\",\"payload\":{\"a\":1.10},\"type\":\"broadcast\"}]";

  private final Stage stage = new Stage();
  private final Desk desk = new Desk(stage, false);
  private final Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/broadcast",
        "/api/broadcast/",
        "/realtime/v1/api/broadcast",
        "/realtime/v1/api/broadcast?apikey=x"
      })
  void aBatchReachesTheMembersOfItsTopics(String path) {
    Answer answer = desk.posts(path, BATCH);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().length()).isZero();
    assertThat(answer.headers())
        .containsEntry("x-rate-limit", "1000000")
        .containsKey("x-request-id");
    assertThat(alice.received()).containsExactly(COPY);
  }

  @Test
  void anIdTravelsAsMeta() {
    desk.posts("/api/broadcast", BATCH.replace("\"event\"", "\"id\":\"abc\",\"event\""));
    assertThat(alice.received())
        .containsExactly(COPY.replace("\"payload\"", "\"meta\":{\"id\":\"abc\"},\"payload\""));
  }

  @Test
  void aTopicWithItsPrefixMissesTheChannel() {
    assertThat(desk.posts("/api/broadcast", BATCH.replace("room", "realtime:room")).status())
        .isEqualTo(202);
    assertThat(alice.received()).isEmpty();
  }

  @Test
  void aPrivateMessageMissesThePublicChannel() {
    desk.posts("/api/broadcast", BATCH.replace("\"event\"", "\"private\":true,\"event\""));
    assertThat(alice.received()).isEmpty();
  }

  @Test
  void oneBadMessageRefusesTheBatchWithErrorsByPosition() {
    String good = "{\"topic\":\"room\",\"event\":\"e\",\"payload\":{}}";
    String bad = "{\"topic\":5,\"payload\":[]}";
    Answer answer = desk.posts("/api/broadcast", "{\"messages\":[" + good + "," + bad + "]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().utf8())
        .isEqualTo(
            "{\"errors\":{\"messages\":[{},{\"topic\":[\"is invalid\"],\"event\":[\"can't be blank\"],\"payload\":[\"is invalid\"]}]}}");
    assertThat(alice.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | can't be blank",
        "{\"messages\":[]} | can't be blank",
        "[] | can't be blank",
        "{\"messages\":null} | is invalid",
        "{\"messages\":\"x\"} | is invalid",
        "{\"messages\":[1]} | is invalid"
      })
  void aBodyWithoutMessagesIsRefused(String body, String error) {
    Answer answer = desk.posts("/api/broadcast", body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().utf8()).isEqualTo("{\"errors\":{\"messages\":[\"" + error + "\"]}}");
  }

  @Test
  void aPayloadThatIsTooLargeIsRefused() {
    Answer answer =
        desk.posts("/api/broadcast", BATCH.replace("\"a\"", "\"" + "a".repeat(2000) + "\""));
    assertThat(answer.body().utf8()).contains("Payload size exceeds tenant limit");
  }

  @Test
  void badJsonIsRefusedBeforeTheTokenIsLookedAt() {
    Answer answer = desk.posts("/api/broadcast", Map.of(), Bytes.utf8("{bad"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().utf8()).isEqualTo("Bad Request");
    assertThat(answer.headers()).doesNotContainKey("x-request-id");
  }

  @Test
  void anotherTypeOfBodyHoldsNoMessages() {
    Map<String, String> headers =
        Map.of("authorization", "Bearer " + desk.token(), "content-type", "text/plain");
    assertThat(desk.posts("/api/broadcast", headers, Bytes.utf8(BATCH)).status()).isEqualTo(422);
  }

  @Test
  void whoTakesNoJsonGetsNone() {
    Map<String, String> headers =
        Map.of("authorization", "Bearer " + desk.token(), "accept", "text/html");
    Answer answer = desk.posts("/api/broadcast", headers, Bytes.utf8(BATCH));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.body().utf8()).isEqualTo("Not Acceptable");
    assertThat(answer.headers()).doesNotContainKey("x-rate-limit");
  }
}
