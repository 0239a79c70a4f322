package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.scripted.Bench.Joined;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Trials of sockets that end, of heartbeats, and of the client's own disconnecting. */
final class LineTrials {
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration SEVERAL_BEATS = Duration.ofMillis(600);

  private LineTrials() {}

  static List<Trial> all() {
    return List.of(
        Trial.of(
            "a cut socket is replaced by one, on which all is as before",
            bench -> replaced(bench, Peer::cut),
            Misbehaviour.NO_RECONNECT,
            Misbehaviour.NO_RECONNECT_AFTER_1006,
            Misbehaviour.NO_REJOIN,
            Misbehaviour.REJOINS_WITHOUT_CONFIG,
            Misbehaviour.LOSES_LISTENERS_AFTER_A_DROP,
            Misbehaviour.RECONNECTS_TWICE),
        Trial.of(
            "a socket closed with 1000 is replaced",
            bench -> replaced(bench, peer -> peer.close(1000)),
            Misbehaviour.NO_RECONNECT_AFTER_1000),
        Trial.of(
            "a socket closed with 1001 is replaced",
            bench -> replaced(bench, peer -> peer.close(1001)),
            Misbehaviour.NO_RECONNECT_AFTER_1001),
        Trial.of(
            "a socket closed with 1011 is replaced",
            bench -> replaced(bench, peer -> peer.close(1011)),
            Misbehaviour.NO_RECONNECT_AFTER_1011),
        Trial.of(
            "every channel comes back",
            LineTrials::everyChannel,
            Misbehaviour.REJOINS_FIRST_CHANNEL_ONLY),
        Trial.of(
            "the token of now is shown when a channel comes back",
            LineTrials::currentToken,
            Misbehaviour.REJOINS_WITH_OLD_TOKEN),
        Trial.of(
            "a refused upgrade is tried again, more and more slowly",
            LineTrials::refused,
            Misbehaviour.GIVES_UP_WHEN_REFUSED,
            Misbehaviour.RECONNECT_STORM),
        Trial.of(
            "a heartbeat is sent, and a missing reply noticed",
            LineTrials::heartbeat,
            Misbehaviour.NO_HEARTBEAT,
            Misbehaviour.HEARTBEAT_ON_ANOTHER_TOPIC,
            Misbehaviour.FORGETS_HEARTBEAT_REPLY,
            Misbehaviour.NOTICES_SILENCE_LATE),
        Trial.of(
            "traffic is no heartbeat",
            LineTrials::heartbeatUnderTraffic,
            Misbehaviour.HEARTBEAT_WHEN_IDLE_ONLY),
        Trial.of(
            "one heartbeat beats after a reconnect",
            LineTrials::oneHeartbeat,
            Misbehaviour.TWO_HEARTBEATS_AFTER_RECONNECT),
        Trial.of(
            "a disconnect closes the socket, and subscribing again opens one more",
            LineTrials::disconnects,
            Misbehaviour.ZOMBIE_SOCKET,
            Misbehaviour.LOSES_LISTENERS_ON_RECONNECT,
            Misbehaviour.DEAD_AFTER_DISCONNECT),
        Trial.of(
            "a client that was disconnected opens nothing by itself",
            LineTrials::staysDisconnected,
            Misbehaviour.RECONNECTS_BY_ITSELF));
  }

  private static void replaced(Bench bench, Consumer<Peer> end) throws Exception {
    Joined it = bench.joined(Bench.SELF);
    end.accept(it.peer());
    bench.said("a", "CHANNEL_ERROR");
    Peer peer = bench.accept();
    assertThat(bench.next(peer)).isEqualTo(it.join());
    bench.ok(peer, 1, "room");
    bench.fence(peer, "room");
    assertThat(bench.all(Happening.SocketOpening.class)).hasSize(2);
  }

  private static void everyChannel(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    bench.another(it, 2);
    it.peer().cut();
    Peer peer = bench.accept();
    assertThat(bench.next(peer)).contains("realtime:room", "phx_join");
    assertThat(bench.next(peer)).contains("realtime:other", "phx_join");
  }

  private static void currentToken(Bench bench) throws Exception {
    Secret old = new Secret("the-first-token");
    Joined it = bench.token(new TokenSource.Given(old)).joined(Bench.PRIVATE);
    it.client().setToken(Optional.of(new Secret("the-second-token")));
    bench.next(it.peer());
    it.peer().cut();
    assertThat(bench.next(bench.accept())).contains("phx_join", "the-second-token");
  }

  private static void refused(Bench bench) throws Exception {
    URI nowhere = URI.create(bench.server.url().toString().replace("/socket", "/nowhere"));
    bench.socketAt(nowhere).client().channel("a", "room", Bench.PLAIN).subscribe();
    bench.happened("a third attempt", what -> bench.all(Happening.SocketOpening.class).size() >= 4);
    List<Duration> attempts =
        bench.tape.entries().stream()
            .filter(entry -> entry.what() instanceof Happening.SocketOpening)
            .map(entry -> entry.at())
            .toList();
    assertThat(attempts.get(3).minus(attempts.get(2)))
        .isGreaterThan(Bench.RECONNECT.multipliedBy(4));
  }

  private static void heartbeat(Bench bench) throws Exception {
    Joined it = bench.heartbeat(BEAT).joined(Bench.PLAIN);
    assertThat(bench.next(it.peer())).isEqualTo("[null,\"2\",\"phoenix\",\"heartbeat\",{}]");
    it.peer().send("[null,\"2\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    assertThat(bench.next(it.peer())).contains("\"3\",\"phoenix\",\"heartbeat\"");
    bench.accept();
    assertThat(bench.sent("heartbeat")).hasSize(2);
  }

  private static void heartbeatUnderTraffic(Bench bench) throws Exception {
    Joined it = bench.heartbeat(BEAT).joined(Bench.PLAIN);
    String frame = "";
    for (int n = 0; bench.tape.elapsed().compareTo(SEVERAL_BEATS) < 0; n++) {
      it.channel().send("s" + n, "e", Json.object());
      frame = bench.next(it.peer());
      if (frame.contains("heartbeat")) {
        break;
      }
    }
    assertThat(frame).contains("heartbeat");
  }

  private static void oneHeartbeat(Bench bench) throws Exception {
    Joined it = bench.heartbeat(BEAT).joined(Bench.PLAIN);
    it.peer().cut();
    Peer peer = bench.accept();
    bench.next(peer);
    bench.ok(peer, 1, "room");
    for (int ref = 2; ref <= 3; ref++) {
      assertThat(bench.next(peer)).contains("heartbeat");
      peer.send(
          "[null,\"%d\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]"
              .formatted(ref));
    }
    List<Duration> beats = bench.sent("heartbeat").map(entry -> entry.at()).toList();
    assertThat(beats.get(1).minus(beats.get(0))).isGreaterThan(BEAT.dividedBy(2));
  }

  private static void staysDisconnected(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.client().disconnect();
    bench.said("a", "CLOSED");
    // Clients share a loop: what the first had to do is done when the second's socket is there.
    bench.client().channel("b", "elsewhere", Bench.PLAIN).subscribe();
    bench.happened(
        "the second client asks to join",
        what ->
            what instanceof Happening.FrameSent sent
                && sent.frame().content().contains("elsewhere"));
    assertThat(bench.all(Happening.SocketOpening.class)).hasSize(2);
  }

  private static void disconnects(Bench bench) throws Exception {
    Joined it = bench.joined(Bench.PLAIN);
    it.client().disconnect();
    bench.said("a", "CLOSED");
    assertThat(bench.next(it.peer())).isEqualTo("close:1000");
    it.channel().subscribe();
    Peer peer = bench.accept();
    assertThat(bench.next(peer)).isEqualTo(it.join());
    bench.ok(peer, 1, "room");
    bench.fence(peer, "room");
    assertThat(bench.all(Happening.SocketOpening.class)).hasSize(2);
    assertThat(bench.all(Happening.UncaughtSaid.class)).isEmpty();
  }
}
