package dev.broadcasttck.conformance.served;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.Encoding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Does what the harness asks for, a request at a time, and answers. */
final class Desk {
  private static final int THREW = -32000;
  private static final int NO_JSON = -32700;

  private final Driver driver;
  private final Wicket wicket;
  private final Encoding encoding;
  private final Map<String, Served> clients = new HashMap<>();
  private int sends;

  Desk(Driver driver, Wicket wicket, Encoding encoding) {
    this.driver = driver;
    this.wicket = wicket;
    this.encoding = encoding;
  }

  /**
   * Serves one line.
   *
   * @return whether it was the last one
   */
  boolean serve(String line) {
    Optional<JsonNode> request = Json.parse(line);
    if (request.isEmpty()) {
      wicket.refuse(Json.none(), NO_JSON, "that is no JSON");
      return false;
    }
    JsonNode id = request.get().path("id");
    String method = request.get().path("method").asString("");
    try {
      Parameters parameters = new Parameters(request.get().path("params"));
      answer(id, method, parameters);
    } catch (Refusal refusal) {
      wicket.refuse(id, refusal.code(), String.valueOf(refusal.getMessage()));
    } catch (RuntimeException e) {
      wicket.refuse(id, THREW, e.toString());
    }
    return method.equals("shutdown");
  }

  private void answer(JsonNode id, String method, Parameters parameters) {
    switch (method) {
      case "initialize" -> wicket.answer(id, Introduction.of(driver.profile()));
      case "send" -> send(id, parameters, false);
      case "httpSend" -> send(id, parameters, true);
      case "shutdown" -> wicket.answer(id, Json.none());
      default -> {
        act(method, parameters);
        wicket.answer(id, Json.none());
      }
    }
  }

  private void act(String method, Parameters parameters) {
    switch (method) {
      case "connect" -> connect(parameters);
      case "open" -> client(parameters).client().open();
      case "channel" -> addChannel(parameters);
      case "on" -> channel(parameters).on(parameters.text("listener"), parameters.text("event"));
      case "subscribe" -> channel(parameters).subscribe();
      case "setAuth" ->
          client(parameters).client().setToken(parameters.optional("token").map(Secret::new));
      case "callbackToken" -> client(parameters).client().callbackToken(parameters.secret("token"));
      case "tokenFunction" -> tokenFunction(parameters);
      case "unsubscribe" -> channel(parameters).unsubscribe();
      case "removeChannel" -> channel(parameters).remove();
      case "disconnect" -> client(parameters).client().disconnect();
      case "forget" -> forget(parameters);
      default -> throw Refusal.noMethod(method);
    }
  }

  private void connect(Parameters parameters) {
    String handle = parameters.text("client");
    Promises promises = new Promises(handle, wicket);
    ClientOptions options =
        new ClientOptions(
            parameters.endpoint(),
            parameters.vsn(),
            encoding,
            parameters.timers(),
            parameters.token());
    clients.put(handle, new Served(driver.client(options, wire -> {}, promises), promises));
  }

  private void tokenFunction(Parameters parameters) {
    DriverClient client = client(parameters).client();
    if (parameters.json("fails").asBoolean(false)) {
      client.tokenFunctionFails();
    } else {
      client.tokenFunction(parameters.tokenFunction());
    }
  }

  private void addChannel(Parameters parameters) {
    Served served = client(parameters);
    String handle = parameters.text("channel");
    served
        .channels()
        .put(
            handle,
            served.client().channel(handle, parameters.text("topic"), parameters.channelOptions()));
  }

  private void send(JsonNode id, Parameters parameters, boolean http) {
    DriverChannel channel = channel(parameters);
    String event = parameters.text("event");
    sends++;
    String send = "send-" + sends;
    client(parameters).promises().promise(send, id, http);
    if (http) {
      channel.httpSend(send, event, parameters.json("payload"));
    } else {
      channel.send(send, event, parameters.json("payload"));
    }
  }

  private void forget(Parameters parameters) {
    Served served = client(parameters);
    clients.remove(parameters.text("client"));
    served.client().disconnect();
    served.client().close();
  }

  private Served client(Parameters parameters) {
    String handle = parameters.text("client");
    return Optional.ofNullable(clients.get(handle))
        .orElseThrow(() -> Refusal.unknown("client", handle));
  }

  private DriverChannel channel(Parameters parameters) {
    return client(parameters).channel(parameters);
  }
}
