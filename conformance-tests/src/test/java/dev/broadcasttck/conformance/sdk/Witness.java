package dev.broadcasttck.conformance.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of a topic that is nobody's client library: version 1 frames over the JDK's socket. */
final class Witness implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String JOIN_REF = "11";

  private final String topic;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  private Witness(URI socketUrl, String key, String topic) {
    this.topic = "realtime:" + topic;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(socketUrl + "?vsn=1.0.0&apikey=" + key), new Ear())
            .join();
  }

  static Witness join(URI socketUrl, String key, String topic) {
    Witness witness = new Witness(socketUrl, key, topic);
    witness.push("phx_join", JOIN_REF, Map.of("config", Map.of()));
    Adapter.until(
        "the witness joins",
        () ->
            witness.frames.stream()
                .anyMatch(frame -> frame.at("/payload/status").asString().equals("ok")));
    return witness;
  }

  void says(String event, Map<String, ?> payload) {
    push("broadcast", "1", Map.of("type", "broadcast", "event", event, "payload", payload));
  }

  /** Waits until an event arrives, and gives its payload. */
  JsonNode hears(String event) {
    Adapter.until("the witness hears " + event, () -> heard().contains(event));
    return frames.stream()
        .filter(frame -> frame.at("/payload/event").asString().equals(event))
        .findFirst()
        .orElseThrow()
        .at("/payload/payload");
  }

  /** The events that arrived so far, oldest first. */
  List<String> heard() {
    return frames.stream()
        .filter(frame -> frame.path("event").asString().equals("broadcast"))
        .map(frame -> frame.at("/payload/event").asString())
        .toList();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private void push(String event, String ref, Map<String, ?> payload) {
    Map<String, ?> frame =
        Map.of(
            "topic", topic, "event", event, "payload", payload, "ref", ref, "join_ref", JOIN_REF);
    socket.sendText(JSON.writeValueAsString(frame), true).join();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
