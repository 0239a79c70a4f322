package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.DriverChannel;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A channel of the library, by the handle that we gave it.
 *
 * @param client whose it is
 * @param handle unique in the client
 */
record AdapterChannel(AdapterClient client, String handle) implements DriverChannel {
  private static final String OK = "ok";
  private static final String ERROR = "error";

  @Override
  public void on(String listener, String event) {
    client.prompt("on", mine().put("listener", listener).put("event", event));
  }

  @Override
  public void subscribe() {
    client.prompt("subscribe", mine());
  }

  @Override
  public void send(String send, String event, JsonNode payload) {
    client.ask("send", broadcast(event, payload), settles(send, AdapterChannel::outcome));
  }

  @Override
  public void httpSend(String send, String event, JsonNode payload) {
    client.ask(
        "httpSend",
        broadcast(event, payload),
        settles(send, result -> result.path("success").asBoolean(false) ? OK : ERROR));
  }

  @Override
  public void unsubscribe() {
    client.patient("unsubscribe", mine());
  }

  @Override
  public void remove() {
    client.patient("removeChannel", mine());
  }

  private interface Outcome {
    String of(JsonNode result);
  }

  /** Where the library says nothing of a send's end, we do not either. */
  private Consumer<Answer> settles(String send, Outcome outcome) {
    return answer -> {
      if (answer instanceof Answer.Result result && !result.value().isNull()) {
        client.settled(send, outcome.of(result.value()));
      } else if (answer instanceof Answer.Refused refused) {
        if (refused.code() != Answer.THREW) {
          client.uncaught("the adapter refuses to send: " + refused.message());
        }
        client.settled(send, ERROR);
      }
    };
  }

  private static String outcome(JsonNode result) {
    return result.stringValueOpt().orElseGet(result::toString);
  }

  private ObjectNode mine() {
    return Json.object().put("channel", handle);
  }

  private ObjectNode broadcast(String event, JsonNode payload) {
    ObjectNode parameters = mine().put("event", event);
    parameters.set("payload", payload);
    return parameters;
  }
}
