package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private rooms under the rights by name. */
class PrivateRoomTest {
  private final Stage stage = new Stage(ProjectSettings.DEFAULT, Profile.PLAIN, new TopicHub());
  private final Stage.Script alice = stage.version2();

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "anon, rw1, false, false",
    "authenticated, rw1, true, true",
    "authenticated, ro1, true, false",
    "authenticated, bonly1, true, true",
    "authenticated, other, false, false",
    "service_role, other, true, true"
  })
  void theRoleAndTheNameDecide(String role, String name, boolean mayRead, boolean mayWrite) {
    join(role, name, "{}");
    assertThat(alice.received().get(0).contains("\"ok\"")).isEqualTo(mayRead);
    if (mayRead) {
      alice.sends("[\"11\",\"2\",\"realtime:" + name + "\",\"broadcast\",{\"event\":\"x\"}]");
      assertThat(alice.received()).hasSize(mayWrite ? 1 : 0);
    }
  }

  @Test
  void aTokenThatExpiresWhileJoinedEndsTheChannel() {
    join("authenticated", "rw1", "{}");
    alice.received();
    stage.advance(Duration.ofSeconds(59));
    assertThat(alice.received()).isEmpty();
    stage.advance(Duration.ofSeconds(1));
    assertThat(alice.received())
        .containsExactly(
            "[\"11\",null,\"realtime:rw1\",\"system\",{\"message\":\"Token has expired 0 seconds ago\",\"status\":\"error\",\"extension\":\"system\",\"channel\":\"rw1\"}]",
            "[\"11\",\"11\",\"realtime:rw1\",\"phx_close\",{}]");
  }

  @Test
  void whatTheDatabaseSentIsReplayedTheNewestAndTheOldestOfThemFirst() {
    for (int i = 1; i <= 3; i++) {
      var payload = Json.object().put("id", "own").put("n", i);
      stage.project().database().send(new Room("realtime:rw1", true), "x", payload);
    }
    stage.project().database().send(new Room("realtime:rw1", true), "b", Bytes.hex("ff00"));
    join("authenticated", "rw1", "{\"since\":0,\"limit\":2}");
    assertThat(alice.received())
        .satisfiesExactly(
            reply -> assertThat(reply).contains("phx_reply"),
            text ->
                assertThat(text)
                    .startsWith("[\"11\",null,\"realtime:rw1\",\"broadcast\",")
                    .contains("\"replayed\":true", "\"payload\":{\"id\":\"own\",\"n\":3}"),
            binary -> assertThat(binary).startsWith("040c01").endsWith("ff00"));
  }

  private void join(String role, String name, String replay) {
    String broadcast = replay.equals("{}") ? "{\"ack\":true}" : "{\"replay\":" + replay + "}";
    alice.sends(
        "[\"11\",\"1\",\"realtime:%s\",\"phx_join\",{\"config\":{\"private\":true,\"broadcast\":%s},\"access_token\":\"%s\"}]"
            .formatted(name, broadcast, stage.token(role, Duration.ofMinutes(1))));
  }
}
