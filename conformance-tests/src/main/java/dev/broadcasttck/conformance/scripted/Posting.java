package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.Letter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The request with which a client sends one broadcast.
 *
 * @param token that shows who sends it
 * @param topic without {@code realtime:}
 */
record Posting(
    Endpoint endpoint, Secret token, String topic, UserBroadcast message, boolean isPrivate) {

  /** A batch of one. */
  Letter letter(Conduct conduct) {
    if (conduct.does(Misbehaviour.REST_UNESCAPED)) {
      return unescaped(conduct);
    }
    return new Letter(
        conduct.does(Misbehaviour.REST_BY_PUT) ? "PUT" : "POST",
        endpoint.broadcast().toString(),
        headers(conduct),
        Json.write(batch(conduct)));
  }

  private ObjectNode batch(Conduct conduct) {
    String prefix = conduct.does(Misbehaviour.REST_WITH_PREFIX) ? "realtime:" : "";
    ObjectNode row = Json.object().put("topic", prefix + topic).put("event", message.event());
    row.set("payload", message.payload());
    row.put("private", isPrivate && !conduct.does(Misbehaviour.REST_FORGETS_PRIVACY));
    ObjectNode batch = Json.object();
    batch.set("messages", Json.array().add(row));
    return batch;
  }

  /** The request for one event, as somebody writes it who glues paths together. */
  private Letter unescaped(Conduct conduct) {
    String url = endpoint.broadcast() + "/" + topic + "/events/" + message.event();
    return new Letter(
        "POST",
        isPrivate ? url + "?private=true" : url,
        headers(conduct),
        Json.write(message.payload()));
  }

  private Secret key(Conduct conduct) {
    return conduct.does(Misbehaviour.REST_TOKEN_AS_KEY) ? token : endpoint.apiKey();
  }

  private Map<String, String> headers(Conduct conduct) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    if (!conduct.does(Misbehaviour.REST_WITHOUT_KEY)) {
      headers.put("apikey", key(conduct).reveal());
    }
    headers.put(
        "Authorization",
        conduct.does(Misbehaviour.REST_EMPTY_AUTHORIZATION) ? "" : "Bearer " + token.reveal());
    headers.putAll(endpoint.headers());
    return headers;
  }
}
