package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeavingTest {
  private static final String LEFT =
      "[\"1\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";
  private static final String CLOSE = "[\"1\",\"1\",\"realtime:room\",\"phx_close\",{}]";
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void leavingIsAskedForAndSaidOnce() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    channel.unsubscribe();
    assertThat(peer.next()).isEqualTo("[\"1\",\"2\",\"realtime:room\",\"phx_leave\",{}]");
    peer.send(LEFT);
    peer.send(CLOSE);
    stage.received("phx_close");
    channel.subscribe();
    peer.next();
    peer.send("[\"3\",\"3\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\"}]");
    stage.said(2, "a", "SUBSCRIBED");

    assertThat(stage.said("a", "CLOSED")).isGreaterThan(stage.received("[\"1\",\"2\""));
    assertThat(stage.said())
        .containsExactly(
            new Happening.StatusSaid("a", "SUBSCRIBED"),
            new Happening.StatusSaid("a", "CLOSED"),
            new Happening.StatusSaid("a", "SUBSCRIBED"));
  }

  @Test
  void nothingIsHeardOnceLeavingHasBegun() throws Exception {
    DriverClient client = stage.client();
    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    channel.on("all", "*");
    Peer peer = stage.joined(channel);

    channel.unsubscribe();
    peer.next();
    peer.send("[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\",\"payload\":{}}]");
    peer.send(LEFT);

    stage.said("a", "CLOSED");
    assertThat(stage.said()).noneMatch(Happening.MessageHeard.class::isInstance);
  }

  @Test
  void aLeaveThatIsNotAnsweredEndsAllTheSame() throws Exception {
    DriverChannel channel = stage.client(Duration.ofMillis(200)).channel("a", "room", Stage.PLAIN);
    stage.joined(channel);

    channel.unsubscribe();

    stage.said("a", "CLOSED");
  }

  @Test
  void whenTheLastChannelIsRemovedTheSocketIsClosed() throws Exception {
    DriverClient client = stage.client();
    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    DriverChannel other = client.channel("b", "other", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    channel.remove();
    peer.next();
    peer.send(LEFT);
    stage.said("a", "CLOSED");
    other.remove();

    assertThat(peer.next()).isEqualTo("close:1000");
    assertThat(stage.first(Happening.SocketClosed.class).code()).isEqualTo(1000);
  }

  @Test
  void aServersCloseIsHonouredAndAStaleOneIsNot() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);
    channel.unsubscribe();
    peer.next();
    peer.send(LEFT);
    stage.said("a", "CLOSED");
    channel.subscribe();
    peer.next();
    peer.send("[\"3\",\"3\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\"}]");

    peer.send("[\"1\",\"1\",\"realtime:room\",\"phx_error\",{}]");
    peer.send(CLOSE);
    peer.send("[\"3\",\"3\",\"realtime:room\",\"phx_error\",{}]");

    assertThat(stage.said("a", "CHANNEL_ERROR"))
        .isGreaterThan(stage.received("\"3\",\"3\",\"realtime:room\",\"phx_error\""));
    assertThat(stage.said())
        .containsExactly(
            new Happening.StatusSaid("a", "SUBSCRIBED"),
            new Happening.StatusSaid("a", "CLOSED"),
            new Happening.StatusSaid("a", "SUBSCRIBED"),
            new Happening.StatusSaid("a", "CHANNEL_ERROR"));
  }

  @Test
  void disconnectingClosesTheSocketAndItsChannels() throws Exception {
    DriverClient client = stage.client();
    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    client.disconnect();

    stage.said("a", "CLOSED");
    assertThat(peer.next()).isEqualTo("close:1000");
    channel.subscribe();
    assertThat(stage.server.accept().next())
        .startsWith("[\"1\",\"1\",\"realtime:room\",\"phx_join\"");
  }

  @Test
  void aClosedClientIsNotHeardOfAgain() throws Exception {
    DriverClient client = stage.client();
    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    client.close();

    assertThat(peer.next()).isEqualTo("close:1000");
    stage.first(Happening.SocketClosed.class);
    assertThat(stage.said()).containsExactly(new Happening.StatusSaid("a", "SUBSCRIBED"));
  }

  @Test
  void aClosedClientOpensNothingAnyMore() throws Exception {
    DriverClient client = stage.client();
    DriverChannel channel = client.channel("a", "room", Stage.PLAIN);
    stage.joined(channel);

    client.close();
    channel.subscribe();
    stage.client().channel("b", "room", Stage.PLAIN).subscribe();
    stage.server.accept();

    assertThat(stage.tape.entries())
        .filteredOn(entry -> entry.what() instanceof Happening.SocketOpening)
        .hasSize(2);
  }

  @Test
  void aSocketThatTheServerClosesIsAChannelError() throws Exception {
    DriverChannel channel = stage.client().channel("a", "room", Stage.PLAIN);
    Peer peer = stage.joined(channel);

    peer.close(1012);

    stage.said("a", "CHANNEL_ERROR");
    assertThat(stage.first(Happening.SocketClosed.class).code()).isEqualTo(1012);
  }

  @Test
  void aHeartbeatShowsLifeUntilItIsNotAnswered() throws Exception {
    Timers timers =
        new Timers(Optional.empty(), Optional.of(Duration.ofMillis(300)), Optional.empty());
    Peer peer = stage.joined(stage.client(timers).channel("a", "room", Stage.PLAIN));

    assertThat(peer.next()).isEqualTo("[null,\"2\",\"phoenix\",\"heartbeat\",{}]");
    peer.send("[null,\"2\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    assertThat(peer.next()).isEqualTo("[null,\"3\",\"phoenix\",\"heartbeat\",{}]");

    stage.said("a", "CHANNEL_ERROR");
  }
}
