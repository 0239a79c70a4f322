package dev.broadcasttck.mock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.mock.session.Stage.Script;
import dev.broadcasttck.mock.token.Token;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private static final String PUSH =
      "[\"11\",\"2\",\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String COPY =
      "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String ACK =
      "[\"11\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String TOO_LARGE =
      "[\"11\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\",\"response\":\"payload_size_exceeded\"}]";
  private static final String CRASH =
      "[\"11\",\"11\",\"realtime:room\",\"phx_error\",{\"reason\":\"channel_crash\"}]";

  private final Stage stage = new Stage();
  private final Script alice = stage.version2();
  private final Script bob = stage.version2().joins("\"21\",\"3\"", "realtime:room", "{}");

  @Test
  void othersHearItAndTheSenderNothing() {
    alice.joins("\"11\",\"1\"", "realtime:room", "{}").sends(PUSH);
    assertThat(bob.received()).containsExactly(COPY);
    assertThat(alice.received()).isEmpty();
  }

  @Test
  void theOwnCopyComesBeforeTheReply() {
    aliceJoins("true", "\"True\"").sends(PUSH);
    assertThat(alice.received()).containsExactly(COPY, ACK);
  }

  @Test
  void anAckAloneDoesNotEcho() {
    aliceJoins("false", "true").sends(PUSH);
    assertThat(alice.received()).containsExactly(ACK);
  }

  @Test
  void aPushWithoutRefIsAcknowledgedWithoutRef() {
    aliceJoins("false", "true").sends(PUSH.replace("\"2\"", "null"));
    assertThat(alice.received()).containsExactly(ACK.replace("\"2\"", "null"));
  }

  @Test
  void anotherSocketOfTheSameTopicGetsACopyThoughSelfIsOff() {
    Script twin = stage.version2().joins("\"31\",\"4\"", "realtime:room", "{}");
    alice.joins("\"11\",\"1\"", "realtime:room", "{}").sends(PUSH);
    assertThat(twin.received()).containsExactly(COPY);
  }

  @Test
  void nobodyOutsideTheTopicHearsIt() {
    Script carol =
        stage
            .version2()
            .joins("\"31\",\"4\"", "realtime:room2", "{}")
            .joins("\"32\",\"5\"", "realtime:Room", "{}");
    alice.joins("\"11\",\"1\"", "realtime:room", "{}").sends(PUSH);
    assertThat(carol.received()).isEmpty();
  }

  @Test
  void aPublicAndAPrivateChannelOfOneNameAreTwoRooms() {
    Script carol = stage.version2().joins("\"31\",\"4\"", "realtime:room", "{\"private\":true}");
    alice.joins("\"11\",\"1\"", "realtime:room", "{\"private\":true}").sends(PUSH);
    assertThat(bob.received()).isEmpty();
    assertThat(carol.received()).containsExactly(COPY);
  }

  @Test
  void membersOfBothVersionsHearAUserBroadcastEachInItsOwnKind() {
    Script carol =
        stage
            .version1()
            .sends(
                "{\"topic\":\"realtime:room\",\"event\":\"phx_join\",\"payload\":{\"config\":{}},\"ref\":\"1\"}");
    carol.received();
    aliceJoins("false", "true")
        // kind 3, join_ref "11", ref "2", topic "realtime:room", event "e", JSON, {}
        .sends(
            Frame.binary(
                Bytes.hex(
                    "0302010d010001"
                        + "3131"
                        + "32"
                        + "7265616c74696d653a726f6f6d"
                        + "65"
                        + "7b7d")));
    assertThat(alice.received()).containsExactly(ACK);
    assertThat(bob.received())
        .containsExactly("040d010001" + "7265616c74696d653a726f6f6d" + "65" + "7b7d");
    assertThat(carol.received())
        .containsExactly(
            "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{\"event\":\"e\",\"payload\":{},\"type\":\"broadcast\"},\"topic\":\"realtime:room\"}");
  }

  @Test
  void oneThatIsTooLargeIsRefusedIfItAsksForAnAck() {
    aliceJoins("true", "true").sends(large());
    assertThat(alice.received()).containsExactly(TOO_LARGE);
    assertThat(bob.received()).isEmpty();
  }

  @Test
  void oneThatIsTooLargeIsDroppedInSilenceIfItDoesNot() {
    aliceJoins("true", "false").sends(large());
    assertThat(alice.received()).isEmpty();
    assertThat(bob.received()).isEmpty();
  }

  @Test
  void onTheWayToVersion2APayloadThatIsNoObjectCrashesTheSendersChannel() {
    aliceJoins("false", "true").sends(PUSH.replace("{\"event\":\"e\"}", "[1]"));
    assertThat(alice.received()).containsExactly(CRASH);
    assertThat(bob.received()).isEmpty();
    assertThat(alice.sends(PUSH).received().get(0)).contains("unmatched topic");
  }

  @Test
  void withoutVersion2APayloadThatIsNoObjectIsRelayed() {
    bob.ends();
    aliceJoins("false", "true").sends(PUSH.replace("{\"event\":\"e\"}", "[1]"));
    assertThat(alice.received()).containsExactly(ACK);
  }

  @Test
  void withoutTheRightToWriteItIsDroppedEvenWithAck() {
    var readers = new Stage(new ReadOnly(), PayloadLimit.DEFAULT, new TopicHub());
    Script dave =
        readers
            .version2()
            .joins(
                "\"11\",\"1\"", "realtime:room", "{\"private\":true,\"broadcast\":{\"ack\":true}}");
    assertThat(dave.sends(PUSH).received()).isEmpty();
  }

  private record ReadOnly() implements Policy {
    @Override
    public boolean mayRead(Room room, Token.Valid token) {
      return true;
    }

    @Override
    public boolean mayWrite(Room room, Token.Valid token) {
      return false;
    }
  }

  private Script aliceJoins(String self, String ack) {
    String config = "{\"broadcast\":{\"self\":" + self + ",\"ack\":" + ack + "}}";
    return alice.joins("\"11\",\"1\"", "realtime:room", config);
  }

  private static String large() {
    return PUSH.replace("\"e\"", "\"" + "e".repeat(2000) + "\"");
  }
}
