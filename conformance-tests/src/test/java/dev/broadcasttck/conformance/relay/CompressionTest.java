package dev.broadcasttck.conformance.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompressionTest {
  private static final OkHttpClient CLIENT = new OkHttpClient();
  private static BroadcastMock mock;

  @BeforeAll
  static void startMock() {
    mock = BroadcastMock.builder().start();
  }

  @AfterAll
  static void stopMock() {
    mock.close();
    CLIENT.dispatcher().executorService().shutdown();
    CLIENT.connectionPool().evictAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5_000, 200_000})
  void messagesOfAnySizeComeThroughAClientThatCompresses(int size) throws Exception {
    try (Relay relay = relay(mock.socketUrl(), Conditions.COMPRESSED)) {
      Heard heard = open(relay);
      String payload = "ß∂x".repeat(size);

      heard.socket.send(
          frame("phx_join", "{\"config\":{\"broadcast\":{\"self\":true}}}", "11", "1"));
      heard.await("\"ref\":\"1\"");
      heard.socket.send(
          frame(
              "broadcast",
              "{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{\"m\":\"%s\"}}"
                  .formatted(payload),
              "11",
              "2"));

      assertThat(heard.extensions).startsWith("permessage-deflate");
      assertThat(heard.await("\"event\":\"e\"")).contains(payload);
      heard.socket.cancel();
    }
  }

  @Test
  void theServerDoesNotHearOfTheOfferAndTheAnswerToAnotherRequestStaysAsItIs() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Relay relay =
            relay(URI.create("ws://127.0.0.1:" + server.getLocalPort()), Conditions.COMPRESSED);
        Socket client = new Socket(relay.address().getAddress(), relay.address().getPort());
        Socket accepted = server.accept()) {
      String asked = "GET / HTTP/1.1\r\nUpgrade: websocket\r\n%sHost: x\r\n\r\n";
      write(client, asked.formatted("Sec-WebSocket-Extensions: permessage-deflate\r\n"));
      assertThat(read(accepted, asked.formatted("").length())).isEqualTo(asked.formatted(""));

      String refused = "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno";
      write(accepted, refused);
      assertThat(read(client, refused.length())).isEqualTo(refused);

      String next = "GET /next HTTP/1.1\r\nHost: %s\r\n\r\n";
      write(client, next.formatted("127.0.0.1:" + relay.address().getPort()));
      String passedOn = next.formatted("127.0.0.1:" + server.getLocalPort());
      assertThat(read(accepted, passedOn.length())).isEqualTo(passedOn);
    }
  }

  private static Relay relay(URI upstream, Conditions conditions) {
    return Relay.open(Upstream.of(upstream, TransportOptions.PLAIN), conditions, Optional.empty());
  }

  private static Heard open(Relay relay) throws InterruptedException {
    Heard heard = new Heard();
    String url =
        "ws://127.0.0.1:%d/realtime/v1/websocket?apikey=%s"
            .formatted(relay.address().getPort(), mock.anonKey());
    heard.socket = CLIENT.newWebSocket(new Request.Builder().url(url).build(), heard);
    heard.await("opened");
    return heard;
  }

  private static String frame(String event, String payload, String joinRef, String ref) {
    return "{\"topic\":\"realtime:room\",\"event\":\"%s\",\"payload\":%s,\"join_ref\":\"%s\",\"ref\":\"%s\"}"
        .formatted(event, payload, joinRef, ref);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
  }

  /** What a client heard. */
  private static final class Heard extends WebSocketListener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private volatile String extensions = "";
    private WebSocket socket = null;

    @Override
    public void onOpen(WebSocket opened, Response response) {
      extensions = response.header("Sec-WebSocket-Extensions", "");
      texts.add("opened");
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      texts.add(text);
    }

    String await(String part) throws InterruptedException {
      String next = "";
      while (!next.contains(part)) {
        next = String.valueOf(texts.poll(10, TimeUnit.SECONDS));
        assertThat(next).as("what comes instead of " + part).isNotEqualTo("null");
      }
      return next;
    }
  }
}
