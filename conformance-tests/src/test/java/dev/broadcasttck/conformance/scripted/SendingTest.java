package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SendingTest {
  private static final JsonNode PAYLOAD = Json.object().put("n", 7);
  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aSubscribedChannelSendsOverTheSocket() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    channel.send("s", "hello", PAYLOAD);

    assertThat(peer.next())
        .isEqualTo(
            "[\"1\",\"2\",\"realtime:room\",\"broadcast\","
                + "{\"event\":\"hello\",\"payload\":{\"n\":7},\"type\":\"broadcast\"}]");
  }

  @Test
  void withoutAckASendSettlesAtOnce() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    stage.joined(channel);

    channel.send("s", "hello", PAYLOAD);

    stage.settled("s", "ok");
  }

  @Test
  void aBinaryClientSendsKind3() throws Exception {
    DriverChannel channel =
        stage.client(ProtocolVersion.V2, Encoding.BINARY).channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    channel.send("s", "hello", PAYLOAD);

    assertThat(peer.next())
        .isEqualTo("hex:0301010d05000131327265616c74696d653a726f6f6d68656c6c6f7b226e223a377d");
  }

  @Test
  void aNameTooLongForABinaryFrameFailsLoudly() throws Exception {
    DriverChannel channel =
        stage.client(ProtocolVersion.V2, Encoding.BINARY).channel("a", "room", Stage.ACK);
    stage.joined(channel);

    channel.send("s", "e".repeat(256), PAYLOAD);

    stage.settled("s", "error");
    assertThat(stage.first(Happening.UncaughtSaid.class).text()).contains("256 bytes");
  }

  @Test
  void withAckEachSendSettlesByItsOwnReply() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.ACK);
    Peer peer = stage.joined(channel);
    channel.send("first", "hello", PAYLOAD);
    channel.send("second", "hello", PAYLOAD);
    channel.send("third", "hello", PAYLOAD);
    assertThat(peer.next()).startsWith("[\"1\",\"2\",");
    assertThat(peer.next()).startsWith("[\"1\",\"3\",");
    assertThat(peer.next()).startsWith("[\"1\",\"4\",");

    peer.send("[\"1\",\"4\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    peer.send("[\"1\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    peer.send("[\"1\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\"}]");
    peer.send("[\"1\",\"3\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\"}]");

    stage.settled("second", "error");
    assertThat(stage.said().stream().skip(1))
        .containsExactly(
            new Happening.SendSettled("third", "ok"),
            new Happening.SendSettled("first", "ok"),
            new Happening.SendSettled("second", "error"));
    assertThat(stage.settled("third", "ok")).isGreaterThan(stage.received("[\"1\",\"4\""));
  }

  @Test
  void aSendThatIsNeverAcknowledgedTimesOut() throws Exception {
    DriverChannel channel = stage.client(Duration.ofMillis(200)).channel("a", "room", Stage.ACK);
    stage.joined(channel);

    channel.send("s", "hello", PAYLOAD);

    stage.settled("s", "timed out");
  }

  @Test
  void whoResolvesEarlyIsAheadOfTheReply() throws Exception {
    stage.close();
    stage = new Stage(Misbehaviour.RESOLVES_EARLY);
    DriverChannel channel = stage.client().channel("a", "room", Stage.ACK);
    Peer peer = stage.joined(channel);
    channel.send("s", "hello", PAYLOAD);
    peer.next();

    int settled = stage.settled("s", "ok");
    peer.send("[\"1\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(settled).isLessThan(stage.received("[\"1\",\"2\""));
  }

  @Test
  void aSocketThatIsCutSettlesWhatWasWaiting() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.ACK);
    Peer peer = stage.joined(channel);
    channel.send("s", "hello", PAYLOAD);
    peer.next();

    peer.cut();

    stage.settled("s", "error");
    stage.said("a", "CHANNEL_ERROR");
    assertThat(stage.first(Happening.SocketLost.class).cause()).startsWith("connection cut off");
  }
}
