package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.session.Stage.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static final String CLOSED = "[\"11\",\"11\",\"realtime:room\",\"phx_close\",{}]";

  private final Stage stage = new Stage();
  private final Script alice = stage.version2();

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"abc\""})
  void aHeartbeatIsAnsweredUnderItsRefWithoutJoinRef(String ref) {
    alice.sends("[\"5\"," + ref + ",\"phoenix\",\"heartbeat\",null]");
    assertThat(alice.received())
        .containsExactly(
            "[null," + ref + ",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
  }

  @ParameterizedTest
  @CsvSource({"phoenix,other", "realtime:room,broadcast", "realtime:room,access_token"})
  void aPushToATopicThatIsNotJoinedIsUnmatched(String topic, String event) {
    alice.sends("[\"11\",\"2\",\"" + topic + "\",\"" + event + "\",{}]");
    assertThat(alice.received())
        .containsExactly(
            "[null,\"2\",\""
                + topic
                + "\",\"phx_reply\",{\"status\":\"error\",\"response\":{\"reason\":\"unmatched topic\"}}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"whatever\"", "\"phx_reply\"", "\"phx_close\"", "\"heartbeat\"", "7"})
  void anUnknownEventOnAJoinedChannelIsDropped(String event) {
    join();
    alice.sends("[\"11\",\"2\",\"realtime:room\"," + event + ",{}]");
    assertThat(alice.received()).isEmpty();
  }

  @Test
  void aLeaveIsAnsweredAndThenTheChannelIsClosed() {
    join();
    alice.sends(leave("\"11\""));
    assertThat(alice.received()).containsExactly(left("\"11\""), CLOSED);
    assertThat(alice.sends(leave("\"12\"")).received()).containsExactly(left("\"12\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12\"", "11", "null"})
  void aLeaveWithAnotherJoinRefLeavesNothing(String joinRef) {
    join();
    assertThat(alice.sends(leave(joinRef)).received()).isEmpty();
    assertThat(alice.sends(leave("\"11\"")).received()).containsExactly(left("\"11\""), CLOSED);
  }

  @Test
  void aJoinWithoutJoinRefLendsItsRefToRepliesAndIsLeftWithAny() {
    alice.sends("[null,\"1\",\"realtime:room\",\"phx_join\",{\"config\":{}}]");
    assertThat(alice.received().get(0)).startsWith("[null,\"1\",\"realtime:room\",\"phx_reply\"");
    alice.sends(leave("\"99\""));
    assertThat(alice.received())
        .containsExactly(left("\"1\""), "[null,null,\"realtime:room\",\"phx_close\",{}]");
  }

  @Test
  void afterALeaveAndAfterTheEndOfTheSocketNothingIsHeard() {
    Script bob = stage.version2().joins("\"21\",\"3\"", "realtime:room", "{}");
    join();
    alice.sends(leave("\"11\"")).received();
    bob.sends("[\"21\",\"4\",\"realtime:room\",\"broadcast\",{}]");
    assertThat(alice.received()).isEmpty();
    join();
    alice.ends();
    bob.sends("[\"21\",\"5\",\"realtime:room\",\"broadcast\",{}]");
    assertThat(alice.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abc,The token provided is not a valid JWT",
    "'',The token provided is not a valid JWT",
    "expired,Token has expired 50 seconds ago",
    "foreign,:signature_error"
  })
  void aRenewalThatFailsClosesTheChannelAndNotTheSocket(String token, String message) {
    join();
    renew(token(token));
    assertThat(alice.received())
        .containsExactly(
            "[\"11\",null,\"realtime:room\",\"system\",{\"message\":\""
                + message
                + "\",\"status\":\"error\",\"extension\":\"system\",\"channel\":\"room\"}]",
            CLOSED);
    assertThat(alice.sends("[null,\"5\",\"phoenix\",\"heartbeat\",{}]").received()).hasSize(1);
  }

  private String token(String kind) {
    return switch (kind) {
      case "expired" -> stage.token("anon", Duration.ofSeconds(-50));
      // the signature of another token
      case "foreign" ->
          stage.token("anon", Duration.ofHours(1)).replaceAll("\\.[^.]*$", "")
              + stage.token("other", Duration.ofHours(1)).replaceAll("^.*\\.", ".");
      default -> kind;
    };
  }

  @Test
  void aRenewalThatSucceedsAndOneThatSaysNothingAreSilent() {
    join();
    renew(stage.token("authenticated", Duration.ofHours(2)));
    renew("sb_publishable_x");
    alice.sends("[\"11\",\"7\",\"realtime:room\",\"access_token\",{\"access_token\":null}]");
    alice.sends("[\"11\",\"8\",\"realtime:room\",\"access_token\",{}]");
    assertThat(alice.received()).isEmpty();
    assertThat(alice.sends(leave("\"11\"")).received()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {\"status\":\"ok\",\"response\":{}}",
        "{\"event\":\"TRACK\",\"payload\":{}} | {\"status\":\"ok\",\"response\":{}}",
        "{\"event\":\"untrack\"} | {\"status\":\"ok\",\"response\":{}}",
        "{\"event\":\"foo\"} | {\"status\":\"error\",\"response\":{}}",
        "{\"event\":\"track\",\"payload\":\"x\"} | {\"status\":\"error\",\"response\":{\"reason\":\"Presence track payload must be a map\"}}"
      })
  void presenceIsAnswered(String payload, String reply) {
    join();
    alice.sends("[\"11\",\"2\",\"realtime:room\",\"presence\"," + payload + "]");
    assertThat(alice.received())
        .startsWith("[\"11\",\"2\",\"realtime:room\",\"phx_reply\"," + reply + "]");
  }

  private void join() {
    alice.joins("\"11\",\"1\"", "realtime:room", "{}");
  }

  private void renew(String token) {
    alice.sends(
        "[\"11\",\"6\",\"realtime:room\",\"access_token\",{\"access_token\":\"" + token + "\"}]");
  }

  private static String leave(String joinRef) {
    return "[" + joinRef + ",\"2\",\"realtime:room\",\"phx_leave\",{}]";
  }

  private static String left(String joinRef) {
    return "["
        + joinRef
        + ",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  }
}
