package dev.broadcasttck.examples;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;

/** An app of a few lines that says something in {@code room-1}. */
final class Chat implements WebSocket.Listener {
  private final WebSocket socket;

  private Chat(WebSocket socket) {
    this.socket = socket;
  }

  /** The app in that project. */
  static Chat chat(URI url, String key) {
    URI address =
        URI.create(
            "ws://%s/realtime/v1/websocket?vsn=2.0.0&apikey=%s".formatted(url.getAuthority(), key));
    var listener = new WebSocket.Listener() {};
    var chat =
        new Chat(
            HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, listener).join());
    chat.send("[\"1\",\"1\",\"realtime:room-1\",\"phx_join\",{\"config\":{}}]");
    return chat;
  }

  void say(String text) {
    send(
        "[\"1\",\"2\",\"realtime:room-1\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"message\",\"payload\":{\"text\":\"%s\"}}]"
            .formatted(text));
  }

  private void send(String frame) {
    socket.sendText(frame, true).join();
  }
}
