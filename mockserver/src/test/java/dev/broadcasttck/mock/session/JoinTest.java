package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.session.Stage.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinTest {
  private static final String OK =
      "[\"11\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"postgres_changes\":[]}}]";

  private final Stage stage = new Stage();
  private final Script alice = stage.version2();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"config\":{}}",
        "{\"config\":null}",
        "{\"config\":{\"broadcast\":null,\"presence\":\"x\",\"postgres_changes\":{}}}",
        "{\"config\":{\"broadcast\":{\"self\":1,\"ack\":\"yes\"}},\"foo\":1}",
        "{\"config\":{\"private\":\"TRUE\"}}",
        "{\"config\":{},\"access_token\":null}",
        "{\"config\":{},\"access_token\":5}",
        "{\"config\":{},\"access_token\":\"sb_publishable_abc\"}"
      })
  void aJoinIsTakenWhateverItLeavesOutOrMistypes(String payload) {
    assertThat(join(payload)).containsExactly(OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "{\"config\":\"x\"}", "{\"config\":[]}", "{\"config\":{\"broadcast\":1}}"})
  void aConfigThatIsNoObjectFails(String payload) {
    assertThat(join(payload))
        .containsExactly(
            refused("UnknownErrorOnChannel: no function clause matching in Access.get/3"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', MalformedJWT: The token provided is not a valid JWT",
    "abc, MalformedJWT: The token provided is not a valid JWT",
    "expired, InvalidJWTToken: Token has expired 100 seconds ago",
  })
  void aTokenThatDoesNotHoldFails(String token, String reason) {
    String text = token.equals("expired") ? stage.token("anon", Duration.ofSeconds(-100)) : token;
    assertThat(join("{\"config\":{},\"access_token\":\"" + text + "\"}"))
        .containsExactly(refused(reason));
  }

  @Test
  void replayIsForPrivateRoomsOnly() {
    assertThat(join("{\"config\":{\"broadcast\":{\"replay\":null}}}"))
        .containsExactly(
            refused("UnableToReplayMessages: Replay is not allowed for public channels"));
  }

  @Test
  void databaseChangesAreEchoedWithIds() {
    String entry = "{\"event\":\"*\",\"schema\":\"public\",\"table\":\"t\"}";
    assertThat(join("{\"config\":{\"postgres_changes\":[" + entry + "]}}").get(0))
        .containsPattern(
            "\"postgres_changes\":\\[\\{\"id\":\\d+,\"event\":\"\\*\",\"schema\":\"public\",\"table\":\"t\"}]");
  }

  @Test
  void aJoinWithoutConfigIsOfTheOldKindWhichWroteTheTableIntoTheTopic() {
    alice.sends("[\"11\",\"1\",\"realtime:public:cities\",\"phx_join\",{}]");
    assertThat(alice.received().get(0))
        .containsPattern("\\[\\{\"id\":\\d+,\"schema\":\"public\",\"table\":\"cities\"}]");
  }

  @Test
  void presenceIsToldWhereItIsWanted() {
    assertThat(join("{\"config\":{\"presence\":{\"enabled\":true}}}"))
        .containsExactly(OK, "[\"11\",null,\"realtime:room\",\"presence_state\",{}]");
  }

  @Test
  void aTopicWithoutANameFails() {
    alice.sends("[\"11\",\"1\",\"realtime:\",\"phx_join\",{\"config\":{}}]");
    assertThat(alice.received())
        .containsExactly(
            refused("TopicNameRequired: You must provide a topic name")
                .replace("realtime:room", "realtime:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"foo\"", "\"Realtime:x\"", "\"realtime\"", "5", "null", "{}"})
  void aTopicOutsideRealtimeIsUnmatched(String topic) {
    alice.sends("[\"11\",\"1\"," + topic + ",\"phx_join\",{\"config\":{}}]");
    assertThat(alice.received())
        .containsExactly(
            "[null,\"1\","
                + topic
                + ",\"phx_reply\",{\"status\":\"error\",\"response\":{\"reason\":\"unmatched topic\"}}]");
  }

  @Test
  void aSecondJoinIsAnsweredBeforeTheFirstIsClosed() {
    join("{\"config\":{}}");
    alice.sends("[\"12\",\"2\",\"realtime:room\",\"phx_join\",{\"config\":{}}]");
    assertThat(alice.received())
        .containsExactly(
            "[\"12\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"postgres_changes\":[]}}]",
            "[\"11\",\"11\",\"realtime:room\",\"phx_close\",{}]");
  }

  @Test
  void aSecondJoinHearsEachBroadcastOnce() {
    alice.joins("\"11\",\"1\"", "realtime:room", "{}").joins("\"12\",\"2\"", "realtime:room", "{}");
    stage
        .version2()
        .joins("\"13\",\"1\"", "realtime:room", "{}")
        .sends("[\"13\",\"2\",\"realtime:room\",\"broadcast\",{}]");
    assertThat(alice.received()).hasSize(1);
  }

  private List<String> join(String payload) {
    return alice.sends("[\"11\",\"1\",\"realtime:room\",\"phx_join\"," + payload + "]").received();
  }

  private static String refused(String reason) {
    return "[\"11\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\",\"response\":{\"reason\":\""
        + reason
        + "\"}}]";
  }
}
