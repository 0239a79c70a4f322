package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void noSocketIsOpenedBeforeAChannelSubscribes() throws Exception {
    DriverClient client = stage.client();
    client.channel("idle", "other", Stage.PLAIN).on("l", "*");
    assertThat(stage.server.isUntouched()).isTrue();

    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    channel.subscribe();

    assertThat(stage.server.accept().request())
        .isEqualTo("/socket/websocket?apikey=" + Stage.KEY + "&vsn=2.0.0");
    assertThat(stage.first(Happening.SocketOpening.class).url())
        .isEqualTo(stage.server.url() + "?apikey=[secret]&vsn=2.0.0");
  }

  @Test
  void asksForWhatTheChannelWasMadeWithOnVersion2() throws Exception {
    stage.client().channel("a", "room", new ChannelOptions(true, false, false)).subscribe();

    assertThat(stage.server.accept().next())
        .isEqualTo(
            "[\"1\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{\"broadcast\":"
                + "{\"self\":true,\"ack\":false},\"presence\":{\"key\":\"\"},"
                + "\"postgres_changes\":[],\"private\":false}}]");
  }

  @Test
  void asksForWhatTheChannelWasMadeWithOnVersion1() throws Exception {
    stage.client(ProtocolVersion.V1, Encoding.TEXT).channel("a", "room", Stage.ACK).subscribe();

    assertThat(stage.server.accept().next())
        .isEqualTo(
            "{\"topic\":\"realtime:room\",\"event\":\"phx_join\",\"payload\":{\"config\":"
                + "{\"broadcast\":{\"self\":false,\"ack\":true},\"presence\":{\"key\":\"\"},"
                + "\"postgres_changes\":[],\"private\":false}},\"ref\":\"1\",\"join_ref\":\"1\"}");
  }

  @Test
  void aPrivateChannelsFirstJoinCarriesTheTokenWhichTheTapeDoesNot() throws Exception {
    stage.client().channel("a", "room", new ChannelOptions(false, false, true)).subscribe();

    assertThat(stage.server.accept().next())
        .contains("\"private\":true},\"access_token\":\"" + Stage.KEY + "\"");
    assertThat(stage.first(Happening.FrameSent.class).frame().content())
        .contains("\"private\":true},\"access_token\":\"[secret]\"");
    assertThat(stage.tape.entries().toString()).doesNotContain(Stage.KEY);
  }

  @Test
  void subscribedIsSaidAfterTheOkReply() throws Exception {
    stage.joined(stage.client().channel("a", "room", Stage.PLAIN));

    assertThat(stage.said("a", "SUBSCRIBED")).isGreaterThan(stage.received("phx_reply"));
  }

  @Test
  void onVersion1TheReplyNamesNoJoin() throws Exception {
    stage.client(ProtocolVersion.V1, Encoding.TEXT).channel("a", "room", Stage.PLAIN).subscribe();
    Peer peer = stage.server.accept();
    peer.next();

    peer.send(
        "{\"ref\":\"1\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"ok\",\"response\":{}},"
            + "\"topic\":\"realtime:room\"}");

    stage.said("a", "SUBSCRIBED");
  }

  @Test
  void anErrorReplyIsAChannelError() throws Exception {
    stage.client().channel("a", "room", Stage.PLAIN).subscribe();
    Peer peer = stage.server.accept();
    peer.next();

    peer.send("[\"1\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\"}]");

    stage.said("a", "CHANNEL_ERROR");
    assertThat(stage.said()).containsExactly(new Happening.StatusSaid("a", "CHANNEL_ERROR"));
  }

  @Test
  void aReplyToAnotherPushIsNone() throws Exception {
    stage.client().channel("a", "room", Stage.PLAIN).subscribe();
    Peer peer = stage.server.accept();
    peer.next();

    peer.send("[\"1\",\"7\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\"}]");
    peer.send("[\"1\",\"1\",\"realtime:other\",\"phx_reply\",{\"status\":\"error\"}]");
    peer.send("[\"9\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\"}]");
    peer.send("[\"1\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\"}]");

    stage.said("a", "SUBSCRIBED");
    assertThat(stage.said()).containsExactly(new Happening.StatusSaid("a", "SUBSCRIBED"));
  }

  @Test
  void noReplyIsATimeoutAndTheServerIsToldToForgetUs() throws Exception {
    DriverChannel channel = stage.client(Duration.ofMillis(200)).channel("a", "room", Stage.PLAIN);
    channel.subscribe();
    Peer peer = stage.server.accept();
    peer.next();

    stage.said("a", "TIMED_OUT");

    assertThat(peer.next()).isEqualTo("[\"1\",\"2\",\"realtime:room\",\"phx_leave\",{}]");
    channel.subscribe();
    assertThat(peer.next()).startsWith("[\"3\",\"3\",\"realtime:room\",\"phx_join\"");
  }

  @Test
  void aSecondSubscribeIsRefusedLoudly() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    stage.joined(channel);

    channel.subscribe();

    assertThat(stage.first(Happening.UncaughtSaid.class).text()).contains("subscribed already");
  }

  @Test
  void aSecondChannelOfTheTopicReplacesTheFirstOnTheSameSocket() throws Exception {
    DriverClient client = stage.client();
    DriverChannel first = client.channel("a", "room", Stage.PLAIN);
    first.on("first", "*");
    Peer peer = stage.joined(first);
    DriverChannel second = client.channel("b", "room", Stage.PLAIN);
    second.on("second", "*");

    second.subscribe();
    assertThat(peer.next()).startsWith("[\"2\",\"2\",\"realtime:room\",\"phx_join\"");
    peer.send("[\"2\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\"}]");
    peer.send("[\"1\",\"1\",\"realtime:room\",\"phx_close\",{}]");
    peer.send("[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\",\"payload\":{}}]");

    stage.first(Happening.MessageHeard.class);
    assertThat(stage.said().stream().map(Object::toString))
        .containsExactly(
            "StatusSaid[channel=a, status=SUBSCRIBED]",
            "StatusSaid[channel=b, status=SUBSCRIBED]",
            "StatusSaid[channel=a, status=CLOSED]",
            "MessageHeard[channel=b, listener=second, event=e, payload={}]");
    assertThat(stage.server.isUntouched()).isTrue();
  }
}
