package dev.broadcasttck.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestApiTest {
  private static final Bytes NOTHING = Bytes.utf8("");

  private final Desk desk = new Desk(new Stage(), false);

  @Test
  void itIsWell() {
    Answer answer = desk.asks("GET", "/healthz", Map.of(), NOTHING);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().utf8()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void otherPathsAreNotFound() {
    Answer answer = desk.asks("GET", "/socket/nope", Map.of(), NOTHING);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().utf8()).isEqualTo("Not Found");
  }

  @Test
  void aBrowserMayAskFromAnyPage() {
    Map<String, String> headers =
        Map.of(
            "origin", "http://page.example",
            "access-control-request-method", "POST",
            "access-control-request-headers", "apikey,content-type");
    Answer answer = desk.asks("OPTIONS", "/realtime/v1/api/broadcast", headers, NOTHING);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("access-control-allow-headers", "apikey,content-type");
    Map<String, String> origin = Map.of("origin", "http://page.example");
    assertThat(desk.posts("/api/broadcast", origin, NOTHING).headers())
        .containsEntry("access-control-allow-origin", "*");
  }

  @Test
  void whoIsNoBrowserSeesNothingOfThat() {
    assertThat(desk.posts("/api/broadcast", "{}").headers())
        .doesNotContainKey("access-control-allow-origin");
  }
}
