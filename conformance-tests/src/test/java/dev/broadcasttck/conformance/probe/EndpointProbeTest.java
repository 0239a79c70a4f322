package dev.broadcasttck.conformance.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointProbeTest {
  private static final String KEY = "a-key-that-nobody-may-see";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration HASTE = Duration.ofMillis(300);

  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final WireMockServer stranger =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeEach
  void start() {
    stranger.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    stranger.stop();
  }

  @Test
  void aRefusedKeyIsSaidAsTheServerSaysIt() throws Exception {
    answering(status(401).withBody("{\"error\":\"API key is missing\"}"));

    Standing standing = probe(PATIENCE);

    assertThat(standing).isInstanceOf(Standing.KeyRefused.class);
    assertThat(standing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(standing.sentence())
        .isEqualTo(
            tried()
                + " refused the key (HTTP 401, \"{\"error\":\"API key is missing\"}\");"
                + " check the key");
  }

  @Test
  void aServerThatRepeatsTheKeyDoesNotMakeUsShowIt() throws Exception {
    answering(status(403).withBody("no such key: " + KEY));

    assertThat(probe(PATIENCE).sentence()).contains("no such key: [secret]").doesNotContain(KEY);
  }

  @Test
  void aWebPageIsNotThisProtocol() throws Exception {
    answering(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>"));

    Standing standing = probe(PATIENCE);

    assertThat(standing).isInstanceOf(Standing.NotThisProtocol.class);
    assertThat(standing.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(standing.sentence())
        .startsWith(tried() + " is no WebSocket (HTTP 200, \"<html>Welcome</html>\"); the path");
  }

  @Test
  void aWrongPathGetsAHint() throws Exception {
    answering(status(404));

    Standing standing = probe(PATIENCE);

    assertThat(standing).isInstanceOf(Standing.NotThisProtocol.class);
    assertThat(standing.sentence())
        .startsWith(tried() + " is no WebSocket (HTTP 404")
        .endsWith("the path is usually /realtime/v1 behind a gateway, /socket on the bare server");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    answering(temporaryRedirect("https://elsewhere.example/"));

    Standing standing = probe(PATIENCE);

    assertThat(standing).isInstanceOf(Standing.NotThisProtocol.class);
    assertThat(standing.sentence())
        .isEqualTo(
            tried()
                + " redirects to https://elsewhere.example/ (HTTP 302); give the final address");
  }

  @Test
  void aGatewayWithoutAServerIsUnreachable() throws Exception {
    answering(status(503));

    assertThat(probe(PATIENCE)).isInstanceOf(Standing.Unreachable.class);
  }

  @Test
  void aHangIsSilence() throws Exception {
    answering(aResponse().withFixedDelay(60_000));

    Standing standing = probe(HASTE);

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(standing.sentence()).isEqualTo(tried() + " said nothing for 300 ms");
  }

  @Test
  void aResetIsUnreachable() throws Exception {
    answering(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    Standing standing = probe(PATIENCE);

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence()).startsWith(tried() + " cut the connection: ");
  }

  @Test
  void anotherProtocolIsNotThisOne() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> greeting =
          CompletableFuture.runAsync(() -> greet(door, "SSH-2.0-OpenSSH_9.2\r\n\r\n"));

      Standing standing = probe("ws://127.0.0.1:" + door.getLocalPort());

      assertThat(standing).isInstanceOf(Standing.NotThisProtocol.class);
      assertThat(standing.sentence()).contains("does not answer as WebSockets do", "SSH-2.0");
      greeting.get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void everyAddressOfAHostIsTried() throws Exception {
    answering(status(401));

    assertThat(probe("ws://localhost:" + stranger.port())).isInstanceOf(Standing.KeyRefused.class);
  }

  @Test
  void nobodyIsUnreachable() throws Exception {
    int port = freePort();

    Standing standing = probe("ws://127.0.0.1:" + port);

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence())
        .isEqualTo("nobody listens at 127.0.0.1:" + port + "; is the server running?");
  }

  @Test
  void anUnknownHostIsUnreachable() throws Exception {
    Standing standing = probe("ws://no-such-host.invalid");

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence())
        .isEqualTo("there is no host no-such-host.invalid; check the address");
  }

  @Test
  void noTlsWhereItWasAskedForIsSaid() throws Exception {
    Standing standing = probe("wss://127.0.0.1:" + stranger.port());

    assertThat(standing).isInstanceOf(Standing.Unreachable.class);
    assertThat(standing.sentence()).contains("speaks no TLS; try ws://");
  }

  private void answering(ResponseDefinitionBuilder response) {
    stranger.stubFor(any(anyUrl()).willReturn(response));
  }

  private String tried() {
    return "ws://127.0.0.1:" + stranger.port() + "/realtime/v1/websocket";
  }

  private Standing probe(Duration budget) throws InterruptedException {
    return new EndpointProbe(transport, budget)
        .probe(
            Addresses.of("ws://127.0.0.1:" + stranger.port()).endpoint(new Secret(KEY), Map.of()),
            ProtocolVersion.V1);
  }

  private Standing probe(String url) throws InterruptedException {
    return new EndpointProbe(transport, PATIENCE)
        .probe(Addresses.of(url).endpoint(new Secret(KEY), Map.of()), ProtocolVersion.V1);
  }

  private static void greet(ServerSocket door, String greeting) {
    try (Socket guest = door.accept()) {
      guest.getOutputStream().write(greeting.getBytes(US_ASCII));
      guest.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
