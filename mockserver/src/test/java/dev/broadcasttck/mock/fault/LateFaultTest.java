package dev.broadcasttck.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.catalogue.Oddities;
import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Stage;
import dev.broadcasttck.mock.session.Stage.Script;
import dev.broadcasttck.mock.session.Transcript;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that know who hears a broadcast, and faults that take their time. */
class LateFaultTest {
  private static final String ACK =
      "[\"11\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String COPY =
      "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\"}]";
  private static final String WITH_ACK = "{\"broadcast\":{\"ack\":true}}";

  private final MovableClock clock =
      new MovableClock(Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));
  private final Timeline timeline = new Timeline(clock, delay -> {});

  @Test
  void anEchoAtOnceComesBeforeTheReply() {
    Script alice = alone(fault("ECHO_ALWAYS"));
    sends(alice, "11", "realtime:room");
    assertThat(alice.received()).containsExactly(COPY, ACK);
  }

  @Test
  void anEchoOnTheNextTickComesAfterTheReplyWithoutTimeHavingPassed() {
    Fault fault = fault("ECHO_NEXT_TICK");
    Script alice = alone(fault);
    sends(alice, "11", "realtime:room");
    assertThat(alice.received()).containsExactly(ACK);
    assertThat(fault.activations()).isZero();
    timeline.ring();
    assertThat(alice.received()).containsExactly(COPY);
    assertThat(fault.activations()).isEqualTo(1);
  }

  @Test
  void aLateEchoComesWhenItsTimeHasCome() {
    Fault fault = fault("ECHO_AFTER_300_MS");
    Script alice = alone(fault);
    sends(alice, "11", "realtime:room");
    timeline.advance(Duration.ofMillis(299));
    assertThat(alice.received()).containsExactly(ACK);
    timeline.advance(Duration.ofMillis(1));
    assertThat(alice.received()).containsExactly(COPY);
    assertThat(fault.activations()).isEqualTo(1);
  }

  @Test
  void aLateEchoToOneWhoHasLeftIsLostAndDoesNotCount() {
    Fault fault = fault("ECHO_AFTER_5_MS");
    Script alice = alone(fault);
    sends(alice, "11", "realtime:room");
    alice.ends();
    timeline.advance(Duration.ofMillis(5));
    assertThat(alice.received()).containsExactly(ACK);
    assertThat(fault.activations()).isZero();
  }

  @Test
  void oneInFiveIsTheFifthAndTheTenth() {
    Fault fault = fault("ECHO_ONE_IN_FIVE");
    Script alice = stage(fault).version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    for (int sent = 1; sent <= 11; sent++) {
      sends(alice, "11", "realtime:room");
      assertThat(alice.received()).hasSize(sent % 5 == 0 ? 1 : 0);
    }
    assertThat(fault.activations()).isEqualTo(2);
  }

  @Test
  void anEchoOnTheSecondChannelSparesTheFirst() {
    Script alice =
        stage(fault("ECHO_ON_SECOND_CHANNEL"))
            .version2()
            .joins("\"11\",\"1\"", "realtime:room", "{}")
            .joins("\"21\",\"3\"", "realtime:other", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(alice.received()).isEmpty();
    sends(alice, "21", "realtime:other");
    assertThat(alice.received()).containsExactly(COPY.replace("room", "other"));
  }

  @Test
  void anEchoToTheLastJoinerSparesTheOthers() {
    Stage stage = stage(fault("ECHO_TO_LAST_JOINER"));
    Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Script bob = stage.version2().joins("\"21\",\"3\"", "realtime:room", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(alice.received()).isEmpty();
    assertThat(bob.received()).containsExactly(COPY);
    sends(bob, "21", "realtime:room");
    assertThat(bob.received()).containsExactly(COPY);
  }

  @Test
  void aLeakByPrefixReachesOnlyNamesThatBeginAlike() {
    Stage stage = stage(fault("LEAK_BY_PREFIX"));
    Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Script longer = stage.version2().joins("\"21\",\"3\"", "realtime:room-2", "{}");
    Script upper = stage.version2().joins("\"31\",\"5\"", "realtime:ROOM", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(longer.received()).containsExactly(COPY);
    assertThat(upper.received()).isEmpty();
  }

  @Test
  void aLeakByCaseReachesOnlyNamesInAnotherCase() {
    Stage stage = stage(fault("LEAK_BY_CASE"));
    Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Script longer = stage.version2().joins("\"21\",\"3\"", "realtime:room-2", "{}");
    Script upper = stage.version2().joins("\"31\",\"5\"", "realtime:ROOM", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(longer.received()).isEmpty();
    assertThat(upper.received()).containsExactly(COPY);
  }

  @Test
  void aReaddressedLeakBearsTheTopicOfItsReceiver() {
    Stage stage = stage(fault("LEAK_READDRESSED"));
    Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    Script bob = stage.version2().joins("\"21\",\"3\"", "realtime:other", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(bob.received()).containsExactly(COPY.replace("room", "other"));
  }

  @Test
  void twoFaultsBothShow() {
    Stage stage = stage(fault("ECHO_ALWAYS"), fault("COPY_TWICE"));
    Script alice = stage.version2().joins("\"11\",\"1\"", "realtime:room", "{}");
    sends(alice, "11", "realtime:room");
    assertThat(alice.received()).containsExactly(COPY, COPY);
  }

  @Test
  void whatIsSlowInItsTurnKeepsBackWhatFollows() {
    var transcript = new Transcript();
    Line line = new EncodingLine(ProtocolVersion.V2, transcript);
    Line slow = odd("SLOW_ACK_30_MS").disturb(line, timeline);
    reply(slow, "broadcast", 1);
    timeline.advance(Duration.ofMillis(20));
    slow.deliver(new Delivery(new Broadcast("realtime:room", payload())));
    reply(slow, "phx_leave", 2);
    slow.hangUp(1000);
    assertThat(transcript.frames()).isEmpty();
    timeline.advance(Duration.ofMillis(10));
    assertThat(texts(transcript)).hasSize(3).last().asString().startsWith("[null,2,");
    assertThat(transcript.closeCodes()).containsExactly(1000);
  }

  @Test
  void whatIsSlowOutOfItsTurnIsOvertaken() {
    var transcript = new Transcript();
    Line line = new EncodingLine(ProtocolVersion.V2, transcript);
    Line slow = odd("ACK_OVERTAKEN_30_MS").disturb(line, timeline);
    reply(slow, "broadcast", 1);
    reply(slow, "phx_leave", 2);
    timeline.advance(Duration.ofMillis(30));
    assertThat(texts(transcript)).hasSize(2).first().asString().startsWith("[null,2,");
  }

  @Test
  void aReplyThatNobodyAskedForIsLikeOneThatSomebodyDid() {
    Fault fault = fault("REPLY_UNASKED");
    var transcript = new Transcript();
    Line line = fault.disturb(new EncodingLine(ProtocolVersion.V2, transcript), timeline);
    Push push = push("broadcast", 1);
    line.withhold(push, ServerMessage.ok(Json.NULL, push, Json.object()));
    assertThat(texts(transcript)).hasSize(1);
    assertThat(fault.activations()).isEqualTo(1);
  }

  private Script alone(Fault fault) {
    return stage(fault).version2().joins("\"11\",\"1\"", "realtime:room", WITH_ACK);
  }

  /** With faults before the hub, the first one innermost. */
  private Stage stage(Fault... faults) {
    Hub hub = new TopicHub();
    for (Fault fault : faults) {
      hub = fault.disturb(hub, timeline);
    }
    return new Stage(ProjectSettings.DEFAULT, Profile.PLAIN, hub);
  }

  private static void sends(Script sender, String joinRef, String topic) {
    sender.sends("[\"" + joinRef + "\",\"2\",\"" + topic + "\",\"broadcast\",{\"event\":\"e\"}]");
  }

  private static void reply(Line line, String event, int ref) {
    Push push = push(event, ref);
    line.reply(push, ServerMessage.ok(Json.NULL, push, Json.object()));
  }

  private static Push push(String event, int ref) {
    return new Push(
        Json.NULL,
        Json.read(Integer.toString(ref)),
        Json.string("realtime:room"),
        Json.string(event),
        payload());
  }

  private static Payload payload() {
    return new Payload.Text(JsonText.of(Json.object()));
  }

  private static List<String> texts(Transcript transcript) {
    return transcript.frames().stream().map(Frame::toString).toList();
  }

  private static Fault fault(String name) {
    return Faults.named(name).orElseThrow();
  }

  private static Fault odd(String name) {
    return Oddities.named(name).orElseThrow();
  }
}
