package dev.broadcasttck.conformance.sdk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A channel of the SDK under test, by the handle that we gave it: its topic. */
record SdkChannel(SdkClient client, String handle) {

  /** Adds a listener, which is known by the event that it listens to. */
  SdkChannel on(String event) {
    call("on", Map.of("listener", event, "event", event)).join();
    return this;
  }

  /** Subscribes, and waits until the SDK says that it is subscribed. */
  SdkChannel subscribed() {
    call("subscribe", Map.of()).join();
    Adapter.until(handle + " is SUBSCRIBED", () -> statuses().contains("SUBSCRIBED"));
    return this;
  }

  List<String> statuses() {
    return told("status").map(told -> told.path("status").asString()).toList();
  }

  /** Sends, and says what the SDK's promise will come to. */
  CompletableFuture<String> send(String event, Map<String, ?> payload) {
    return call("send", Map.of("event", event, "payload", payload)).thenApply(JsonNode::asString);
  }

  CompletableFuture<JsonNode> httpSend(String event, Map<String, ?> payload) {
    return call("httpSend", Map.of("event", event, "payload", payload));
  }

  CompletableFuture<String> remove() {
    return call("removeChannel", Map.of()).thenApply(JsonNode::asString);
  }

  /** The events that a listener was called for so far, oldest first. */
  List<String> heard(String listener) {
    return messages(listener).map(told -> told.path("event").asString()).toList();
  }

  /** Waits until a listener is called for an event, and gives its payload. */
  JsonNode hears(String listener, String event) {
    Adapter.until(
        "%s's listener for %s hears %s".formatted(client.handle(), listener, event),
        () -> heard(listener).contains(event));
    return messages(listener)
        .filter(told -> told.path("event").asString().equals(event))
        .findFirst()
        .orElseThrow()
        .path("payload");
  }

  private Stream<JsonNode> messages(String listener) {
    return told("message").filter(told -> told.path("listener").asString().equals(listener));
  }

  private Stream<JsonNode> told(String notification) {
    return client
        .adapter()
        .told(notification)
        .filter(told -> told.path("client").asString().equals(client.handle()))
        .filter(told -> told.path("channel").asString().equals(handle));
  }

  private CompletableFuture<JsonNode> call(String method, Map<String, ?> params) {
    Map<String, Object> all = new HashMap<>(params);
    all.put("client", client.handle());
    all.put("channel", handle);
    return client.adapter().ask(method, all);
  }
}
