package dev.broadcasttck.mock.message;

import tools.jackson.databind.JsonNode;

/**
 * A message to one socket: a reply, or a push about one of its channels.
 *
 * @param joinRef what version 2 says as join_ref; version 1 says none
 */
public record ServerMessage(
    JsonNode joinRef, JsonNode ref, JsonNode topic, String event, JsonNode payload) {

  public static ServerMessage ok(JsonNode joinRef, Push to, JsonNode response) {
    return reply(joinRef, to, "ok", response);
  }

  public static ServerMessage error(JsonNode joinRef, Push to, JsonNode response) {
    return reply(joinRef, to, "error", response);
  }

  /** An error reply whose response is {@code {"reason":…}}. */
  public static ServerMessage refusal(JsonNode joinRef, Push to, String reason) {
    return error(joinRef, to, Json.object().put("reason", reason));
  }

  private static ServerMessage reply(JsonNode joinRef, Push to, String status, JsonNode response) {
    JsonNode payload = Json.object().put("status", status).set("response", response);
    return new ServerMessage(joinRef, to.ref(), to.topic(), "phx_reply", payload);
  }
}
