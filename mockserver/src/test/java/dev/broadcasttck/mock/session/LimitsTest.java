package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to a socket that does too much. */
class LimitsTest {
  private static final String COPY =
      "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"x\"}]";

  @Test
  void theReceiverIsClosedAndNotTheSender() {
    Stage stage = stage(Limits.NONE.withEventsPerSecond(2));
    Stage.Script sender = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Stage.Script receiver = stage.version2().joins("\"21\",\"2\"", "realtime:room", "{}");
    for (int i = 0; i < 3; i++) {
      sender.sends("[\"11\",\"3\",\"realtime:room\",\"broadcast\",{\"event\":\"x\"}]");
    }
    assertThat(receiver.received())
        .containsExactly(
            COPY,
            COPY,
            COPY,
            "[\"21\",null,\"realtime:room\",\"system\",{\"message\":\"Too many messages per second\",\"status\":\"error\",\"extension\":\"system\",\"channel\":\"room\"}]",
            "[\"21\",\"21\",\"realtime:room\",\"phx_close\",{}]");
    assertThat(sender.received()).isEmpty();
  }

  @Test
  void theJoinTooManyEndsTheSocket() {
    Stage.Script alice = stage(Limits.NONE.withJoinsPerSecond(1)).version2();
    alice.joins("\"11\",\"1\"", "realtime:room", "{}");
    alice.sends("[\"12\",\"2\",\"realtime:other\",\"phx_join\",{}]");
    alice.sends("[null,\"3\",\"phoenix\",\"heartbeat\",{}]");
    assertThat(alice.received())
        .containsExactly(
            "[\"12\",\"2\",\"realtime:other\",\"phx_reply\",{\"status\":\"error\",\"response\":{\"reason\":\"ClientJoinRateLimitReached: Too many joins per second\"}}]",
            "closed 1001");
  }

  @Test
  void theChannelTooManyIsRefused() {
    Stage.Script alice = stage(Limits.NONE.withChannels(1)).version2();
    alice.joins("\"11\",\"1\"", "realtime:room", "{}");
    assertThat(alice.sends("[\"12\",\"2\",\"realtime:other\",\"phx_join\",{}]").received())
        .singleElement()
        .asString()
        .contains("ChannelRateLimitReached: Too many channels");
    assertThat(alice.sends("[\"13\",\"3\",\"realtime:room\",\"phx_join\",{}]").received())
        .as("a second join of the same topic")
        .first()
        .asString()
        .contains("\"ok\"");
  }

  @Test
  void aFailingJoinHoldsBackTheWholeSocketWhereTheProfileSaysSo() {
    Stage stage = new Stage(ProjectSettings.DEFAULT, Profile.AS_RECORDED, new TopicHub());
    Stage.Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Stage.Script bob = stage.version2().joins("\"21\",\"2\"", "realtime:room", "{}");
    alice.sends("[\"12\",\"3\",\"realtime:\",\"phx_join\",{}]");
    alice.sends("[null,\"4\",\"phoenix\",\"heartbeat\",{}]");
    bob.sends("[\"21\",\"5\",\"realtime:room\",\"broadcast\",{\"event\":\"x\"}]");
    stage.advance(Duration.ofMillis(4999));
    assertThat(alice.received()).isEmpty();
    stage.advance(Duration.ofMillis(1));
    assertThat(alice.received())
        .satisfiesExactly(
            refusal -> assertThat(refusal).contains("TopicNameRequired"),
            heartbeat -> assertThat(heartbeat).contains("\"phoenix\""),
            copy -> assertThat(copy).isEqualTo(COPY));
  }

  private static Stage stage(Limits limits) {
    return new Stage(ProjectSettings.DEFAULT.withLimits(limits), Profile.PLAIN, new TopicHub());
  }
}
