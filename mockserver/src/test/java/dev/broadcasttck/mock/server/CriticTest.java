package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.mock.critic.Chapter;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.critic.Remark;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A mock whose journal somebody reads along who objects to every request. */
class CriticTest {
  private final BroadcastMock mock = BroadcastMock.builder().admin().critic(Objector::new).start();
  private final AdminClient admin = new AdminClient(mock, description());

  private static final class Objector implements Critic {
    private int requests;

    @Override
    public List<Remark> read(Entry entry, Duration at) {
      if (!(entry.event() instanceof Event.Asked)) {
        return List.of();
      }
      requests++;
      String actual = "{\"access_token\":\"secret\"}";
      return List.of(
          new Remark("R-1", "MUST", List.of("client"), "Nobody asks.", "silence", actual));
    }

    @Override
    public void loseThread() {}

    @Override
    public List<Chapter> chapters() {
      return List.of(new Chapter("Requests", 3, 1, Math.min(1, requests), Math.min(1, requests)));
    }
  }

  private static OpenApi description() {
    try (InputStream in =
        BroadcastMock.class.getResourceAsStream("/dev/broadcasttck/mock/admin/openapi.json")) {
      return new OpenApi(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private JsonNode findings(String query) {
    return admin.get("/__tck/findings" + query);
  }

  private void isRemarked(int times) {
    await().untilAsserted(() -> assertThat(findings("").path("findings")).hasSize(times));
  }

  @Test
  void whatItRemarksIsShownWithItsLineAndWithoutSecrets() throws Exception {
    Sockets.post(mock, "room", "e");
    isRemarked(1);

    JsonNode finding = findings("").path("findings").path(0);
    assertThat(finding.path("rule").asString()).isEqualTo("R-1");
    assertThat(finding.path("entry").intValue()).isZero();
    assertThat(finding.path("actual").asString()).contains("(secret)");
    assertThat(admin.get("/__tck/coverage").path("chapters").path(0).path("met").intValue())
        .isEqualTo(1);
  }

  @Test
  void findingsAreReadOnFromANumber() throws Exception {
    Sockets.post(mock, "room", "e");
    Sockets.post(mock, "room", "e");
    isRemarked(2);

    assertThat(findings("?since=1").path("findings")).hasSize(1);
    assertThat(findings("?limit=1").path("findings")).hasSize(1);
    assertThat(findings("").path("next").intValue()).isEqualTo(2);
  }

  @Test
  void whereTheMockBeginsAgainItDoesToo() throws Exception {
    Sockets.post(mock, "room", "e");
    isRemarked(1);
    admin.post("/__tck/reset", "");

    assertThat(findings("").path("next").intValue()).isZero();
    Sockets.post(mock, "room", "e");
    isRemarked(1);
  }
}
