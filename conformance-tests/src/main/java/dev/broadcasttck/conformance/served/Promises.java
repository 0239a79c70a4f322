package dev.broadcasttck.conformance.served;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.Ear;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client says, on its way to the harness: sends that end answer their requests. */
final class Promises implements Ear {
  private final String client;
  private final Wicket wicket;
  private final Map<String, Promise> promises = new ConcurrentHashMap<>();

  Promises(String client, Wicket wicket) {
    this.client = client;
    this.wicket = wicket;
  }

  /** The end of a send will answer this request. */
  void promise(String send, JsonNode id, boolean http) {
    promises.put(send, new Promise(id, http));
  }

  @Override
  public void status(String channel, String status) {
    wicket.notify("status", mine(channel).put("status", status));
  }

  @Override
  public void message(String channel, String listener, String event, JsonNode payload) {
    ObjectNode parameters = mine(channel).put("listener", listener).put("event", event);
    parameters.set("payload", payload);
    wicket.notify("message", parameters);
  }

  @Override
  public void settled(String send, String result) {
    Promise promise = promises.remove(send);
    if (promise != null) {
      wicket.answer(promise.id(), promise.http() ? success(result) : Json.text(result));
    }
  }

  @Override
  public void uncaught(String text) {
    wicket.notify("uncaught", Json.object().put("text", text));
  }

  private ObjectNode mine(String channel) {
    return Json.object().put("client", client).put("channel", channel);
  }

  private static ObjectNode success(String result) {
    return Json.object().put("success", result.equals("ok"));
  }

  /**
   * A request that waits for the end of its send.
   *
   * @param http whether it was to go over REST
   */
  private record Promise(JsonNode id, boolean http) {}
}
