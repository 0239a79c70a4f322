package dev.broadcasttck.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.stage.ScriptedServer;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that accept the WebSocket; what they do then decides. */
class WebSocketProbeTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Transport transport = Transport.open(TransportOptions.PLAIN);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  @Test
  void whoRepliesToTheJoinSpeaksTheProtocol() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofSeconds(5));
    Peer peer = server.accept();
    assertThat(peer.next()).startsWith("[\"1\",\"1\",\"realtime:tck-probe-");

    peer.send("[\"1\",\"1\",\"realtime:x\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");

    assertThat(outcome(probe))
        .isEqualTo(new Standing.Speaks(server.url() + " speaks the protocol"));
    assertThat(peer.next()).isEqualTo("close:1000");
  }

  @Test
  void whoRefusesTheJoinSpeaksItToo() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofSeconds(5));

    server.accept().send(error("PrivateOnly: This project only allows private channels"));

    assertThat(outcome(probe)).isInstanceOf(Standing.Speaks.class);
  }

  @Test
  void whoRefusesTheTokenRefusesTheKey() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofSeconds(5));

    server.accept().send(error("JwtSignatureError: Failed to validate JWT signature"));

    assertThat(outcome(probe))
        .isEqualTo(
            new Standing.KeyRefused(
                server.url()
                    + " refused the key at the first join: "
                    + "\"JwtSignatureError: Failed to validate JWT signature\""));
  }

  @Test
  void whoSaysNothingIsSilent() throws Exception {
    Standing standing = outcome(probing(Duration.ofMillis(300)));

    assertThat(standing)
        .isEqualTo(
            new Standing.Unreachable(
                server.url() + " accepted the WebSocket and did not answer a join for 300 ms"));
  }

  @Test
  void whoEchoesEverythingIsNotThisProtocol() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofMillis(500));
    Peer peer = server.accept();

    peer.send(peer.next());

    assertThat(outcome(probe)).isInstanceOf(Standing.NotThisProtocol.class);
  }

  @Test
  void whoThrowsUsOutIsNotThisProtocol() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofSeconds(5));

    server.accept().close(1008);

    assertThat(outcome(probe)).isInstanceOf(Standing.NotThisProtocol.class);
  }

  @Test
  void whoIsShuttingDownIsUnreachable() throws Exception {
    CompletableFuture<Standing> probe = probing(Duration.ofSeconds(5));

    server.accept().close(1012);

    assertThat(outcome(probe)).isInstanceOf(Standing.Unreachable.class);
  }

  private static String error(String reason) {
    return ("[\"1\",\"1\",\"realtime:x\",\"phx_reply\","
            + "{\"status\":\"error\",\"response\":{\"reason\":\"%s\"}}]")
        .formatted(reason);
  }

  private CompletableFuture<Standing> probing(Duration budget) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new EndpointProbe(transport, budget)
                .probe(
                    Addresses.of(server.url().toString()).endpoint(new Secret("k"), Map.of()),
                    ProtocolVersion.V2);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static Standing outcome(CompletableFuture<Standing> probe) throws Exception {
    return probe.get(5, TimeUnit.SECONDS);
  }
}
