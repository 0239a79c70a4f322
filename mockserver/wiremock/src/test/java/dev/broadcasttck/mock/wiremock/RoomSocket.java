package dev.broadcasttck.mock.wiremock;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket in {@code room-1} of a mock. */
final class RoomSocket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  private RoomSocket(BroadcastMockExtension mock) {
    this.socket = knock(mock, this).join();
  }

  static RoomSocket join(BroadcastMockExtension mock) throws InterruptedException {
    var room = new RoomSocket(mock);
    room.socket
        .sendText("[\"11\",\"1\",\"realtime:room-1\",\"phx_join\",{\"config\":{}}]", true)
        .join();
    room.next("\"status\":\"ok\"");
    return room;
  }

  /** Asks for a socket. */
  static CompletableFuture<WebSocket> knock(
      BroadcastMockExtension mock, WebSocket.Listener listener) {
    URI address =
        URI.create(
            "ws://%s/realtime/v1/websocket?vsn=2.0.0&apikey=%s"
                .formatted(mock.url().getAuthority(), mock.anonKey()));
    return CLIENT.newWebSocketBuilder().buildAsync(address, listener);
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

  @Override
  public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
    heard.add(data.toString());
    source.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
