package dev.broadcasttck.conformance.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.wire.TransportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelayTest {
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  static Stream<Conditions> everyCondition() {
    return Stream.of(
        Conditions.NONE,
        Conditions.delay(Duration.ofMillis(5)),
        Conditions.delay(Duration.ofMillis(50)),
        Conditions.ONE_BYTE,
        Conditions.COMPRESSED);
  }

  @ParameterizedTest
  @MethodSource("everyCondition")
  void everyByteArrivesInOrderInBothDirections(Conditions conditions) throws Exception {
    byte[] asked = noise(300_000, 11);
    byte[] answered = noise(300_000, 12);

    try (Relay relay = relay(conditions);
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      CompletableFuture<byte[]> atServer = rest(accepted);
      CompletableFuture<byte[]> atClient = rest(client);
      say(client, asked);
      say(accepted, answered);
      client.shutdownOutput();
      accepted.shutdownOutput();

      assertThat(atServer.get()).isEqualTo(asked);
      assertThat(atClient.get()).isEqualTo(answered);
    }
  }

  @Test
  void whereClientsOnceWereSentNoOtherRelayListens() {
    Set<Integer> ports = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      try (Relay relay = relay(Conditions.NONE)) {
        assertThat(ports.add(relay.address().getPort())).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyCondition")
  void manySmallWritesKeepTheirOrder(Conditions conditions) throws Exception {
    try (Relay relay = relay(conditions);
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      StringBuilder said = new StringBuilder();
      for (int i = 0; i < 500; i++) {
        say(client, (i + "\n").getBytes(ISO_8859_1));
        said.append(i).append('\n');
      }
      client.shutdownOutput();

      assertThat(new String(rest(accepted).get(), ISO_8859_1)).isEqualTo(said.toString());
    }
  }

  @Test
  void aClientThatSaysNoMoreCanStillBeAnswered() throws Exception {
    try (Relay relay = relay(Conditions.NONE);
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      client.shutdownOutput();
      assertThat(accepted.getInputStream().read()).isEqualTo(-1);

      say(accepted, new byte[] {7});
      assertThat(client.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void aResetIsPassedOn() throws Exception {
    try (Relay relay = relay(Conditions.delay(Duration.ofMillis(50)));
        Socket client = connect(relay)) {
      try (Socket accepted = server.accept()) {
        say(accepted, new byte[] {7});
        assertThat(client.getInputStream().read()).isEqualTo(7);
        accepted.setSoLinger(true, 0);
      }

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aServerThatIsNotThereIsAReset() throws Exception {
    server.close();

    try (Relay relay = relay(Conditions.NONE);
        Socket client = connect(relay)) {
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aDelayIsKept() throws Exception {
    try (Relay relay = relay(Conditions.delay(Duration.ofMillis(50)));
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      long began = System.nanoTime();
      say(client, new byte[] {1});
      accepted.getInputStream().read();
      say(accepted, new byte[] {2});
      client.getInputStream().read();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(99));
    }
  }

  @Test
  void closingEndsItsThread() throws Exception {
    Relay relay = relay(Conditions.NONE);
    try (Socket client = connect(relay);
        Socket accepted = server.accept()) {
      say(client, new byte[] {1});
      assertThat(accepted.getInputStream().read()).isEqualTo(1);
      relay.close();

      assertThat(hasEnded(client)).isTrue();
      assertThat(hasEnded(accepted)).isTrue();
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().startsWith("tck-relay") && thread.isAlive());
    }
  }

  /** With a FIN or with a reset, as the closing and the opening fall. */
  private static boolean hasEnded(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void theHostThatNamesTheRelayIsMadeToNameTheServerInEveryRequest() throws Exception {
    try (Relay relay = relay(Conditions.ONE_BYTE);
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      String own = "127.0.0.1:" + relay.address().getPort();
      String requests =
          """
          POST /a HTTP/1.1
          host: %s
          Content-Length: 11

          Host: %s
          POST /b HTTP/1.1
          Transfer-Encoding: chunked
          HOST:%s

          5
          Host:
          0
          Trailer: 1

          GET /c HTTP/1.1
          Host: tenant.example

          GET /d HTTP/1.1
          Upgrade: websocket
          Host: %s

          Host: %s
          """
              .replace("\n", "\r\n")
              .replace("Host: %s\r\nPOST", "Host: %sPOST");
      say(client, requests.formatted(own, "1.2.3", own, own, own).getBytes(ISO_8859_1));
      client.shutdownOutput();

      String server = "127.0.0.1:" + this.server.getLocalPort();
      assertThat(new String(rest(accepted).get(), ISO_8859_1))
          .isEqualTo(requests.formatted(server, "1.2.3", server, server, own));
    }
  }

  @Test
  void whatIsNoHttpIsNotLookedInto() throws Exception {
    try (Relay relay = relay(Conditions.NONE);
        Socket client = connect(relay);
        Socket accepted = server.accept()) {
      String said = "HELO\r\nHost: 127.0.0.1:%d\r\nno".formatted(relay.address().getPort());
      say(client, said.getBytes(ISO_8859_1));
      client.shutdownOutput();

      assertThat(new String(rest(accepted).get(), ISO_8859_1)).isEqualTo(said);
    }
  }

  private Relay relay(Conditions conditions) {
    URI address = URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/socket");
    return Relay.open(Upstream.of(address, TransportOptions.PLAIN), conditions, Optional.empty());
  }

  private static Socket connect(Relay relay) throws IOException {
    return new Socket(relay.address().getAddress(), relay.address().getPort());
  }

  private static byte[] noise(int length, int seed) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static void say(Socket socket, byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  private static CompletableFuture<byte[]> rest(Socket socket) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return socket.getInputStream().readAllBytes();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task, "reader").start());
  }
}
