package dev.broadcasttck.mock.junit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket of the JDK's client that speaks version 2 by hand. */
final class TestClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  TestClient(URI url, String key) {
    URI address =
        URI.create(
            "ws://%s/realtime/v1/websocket?vsn=2.0.0&apikey=%s".formatted(url.getAuthority(), key));
    this.socket = CLIENT.newWebSocketBuilder().buildAsync(address, this).join();
  }

  void send(String frame) {
    socket.sendText(frame, true).join();
  }

  /** Joins a channel that gets acknowledgements. */
  void join(String topic) throws InterruptedException {
    send(
        "[\"11\",\"1\",\"realtime:%s\",\"phx_join\",{\"config\":{\"broadcast\":{\"ack\":true}}}]"
            .formatted(topic));
    next("\"status\":\"ok\"");
  }

  void broadcast(String topic, String event, String ref) {
    send(
        "[\"11\",\"%s\",\"realtime:%s\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"%s\",\"payload\":{\"n\":7}}]"
            .formatted(ref, topic, event));
  }

  /** The next message that contains some text; what comes before is passed over. */
  String next(String text) throws InterruptedException {
    while (true) {
      String frame = heard.poll(5, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no message with " + text + " came within 5 s");
      }
      if (frame.contains(text)) {
        return frame;
      }
    }
  }

  boolean heardAnything() {
    return !heard.isEmpty();
  }

  /** The code with which the socket ends, 1006 for none. */
  int end() {
    return closed.orTimeout(5, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
    heard.add(data.toString());
    source.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket source, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket source, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
