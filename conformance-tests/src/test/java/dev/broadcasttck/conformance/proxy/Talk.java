package dev.broadcasttck.conformance.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that says whatever it is told to, in version 1. */
public final class Talk implements AutoCloseable {
  private static final String HEARTBEAT =
      "{\"topic\":\"phoenix\",\"event\":\"heartbeat\",\"payload\":{},\"ref\":\"%d\"}";

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int beats = 1000;

  private Talk(URI there) {
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(there, new Ear()).join();
  }

  public static Talk open(URI project, String key) {
    return new Talk(
        URI.create(
            "ws://" + project.getAuthority() + "/realtime/v1/websocket?vsn=1.0.0&apikey=" + key));
  }

  public void say(String text) {
    socket.sendText(text, true).join();
  }

  /** A heartbeat, and the wait for its reply. */
  public void beat() throws InterruptedException {
    String ref = "\"ref\":\"" + ++beats + "\"";
    say(HEARTBEAT.formatted(beats));
    String text = "";
    while (!text.contains(ref)) {
      text =
          Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS))
              .orElseThrow(() -> new IllegalStateException("no reply to heartbeat " + beats));
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder piece = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      piece.append(data);
      if (last) {
        heard.add(piece.toString());
        piece.setLength(0);
      }
      from.request(1);
      return CompletableFuture.allOf();
    }
  }
}
