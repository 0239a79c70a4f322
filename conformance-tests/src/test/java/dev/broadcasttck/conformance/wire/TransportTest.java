package dev.broadcasttck.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.source.InvalidSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {
  private static final String REFUSAL =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Proxy Authentication Required",
          "Proxy-Authenticate: Basic realm=\"p\"",
          "Connection: close",
          "Content-Length: 0",
          "",
          "");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void aFileThatIsNoCertificateIsTheUsersMistake(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "hello");

    assertThatThrownBy(() -> Transport.open(trusting(file)))
        .isInstanceOf(InvalidSource.class)
        .hasMessageStartingWith(file + ":1: the CA file ")
        .hasMessageEndingWith("; give a file of certificates in PEM");
  }

  @Test
  void aFileThatIsNotThereIsTheUsersMistake(@TempDir Path folder) {
    Path file = folder.resolve("ca.pem");

    assertThatThrownBy(() -> Transport.open(trusting(file)))
        .isInstanceOf(InvalidSource.class)
        .hasMessage(file + ":1: the CA file cannot be read; give a file of certificates in PEM");
  }

  @Test
  void aTlsAddressIsAskedForAtTheProxyWithItsCredentials() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> head = CompletableFuture.supplyAsync(() -> refuse(proxy));
      URI address = URI.create("http://me:pass@127.0.0.1:" + proxy.getLocalPort());
      TransportOptions options =
          new TransportOptions(false, Optional.empty(), Optional.of(address));
      Tape tape = new Tape(System::nanoTime);

      try (Transport transport = Transport.open(options)) {
        request(transport, tape);

        assertThat(head.get(5, TimeUnit.SECONDS))
            .startsWith("CONNECT server.example:443 HTTP/1.1")
            .contains("Proxy-Authorization: Basic bWU6cGFzcw==");
        assertThat(lost(tape)).contains("proxy");
      }
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    Tape tape = new Tape(System::nanoTime);
    try (Transport transport = Transport.open(TransportOptions.PLAIN)) {
      request(transport, tape);
      lost(tape);
    }

    // A thread that was told to end, here or in an earlier test, is still there for a moment.
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("tck-wire")));
  }

  private static void request(Transport transport, Tape tape) {
    Endpoint endpoint =
        new Endpoint(
            URI.create("wss://server.example/realtime/v1/websocket"),
            URI.create("https://server.example/realtime/v1/api/broadcast"),
            new Secret("k"),
            Map.of());
    WireRequest.broadcast(
        transport, endpoint, "{}", LIMIT, "r", what -> tape.append("a", what), answer -> {});
  }

  private static String lost(Tape tape) throws InterruptedException {
    return tape.await(
            entries ->
                entries.stream()
                    .filter(entry -> entry.what() instanceof Happening.RequestLost)
                    .map(entry -> ((Happening.RequestLost) entry.what()).cause())
                    .findFirst(),
            LIMIT)
        .orElseThrow();
  }

  private static TransportOptions trusting(Path file) {
    return new TransportOptions(false, Optional.of(file), Optional.empty());
  }

  /** Answers 407 to one request, and returns its head. */
  private static String refuse(ServerSocket proxy) {
    try (Socket guest = proxy.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
      }
      guest.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
      return head.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
