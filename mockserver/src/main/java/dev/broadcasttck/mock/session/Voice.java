package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a channel speaks to its client: with the references of its join. */
final class Voice {
  private final Push join;
  private final String name;
  private final Line line;

  /**
   * @param name the topic without its prefix
   */
  Voice(Push join, String name, Line line) {
    this.join = join;
    this.name = name;
    this.line = line;
  }

  void welcome(JsonNode response) {
    line.reply(join, ServerMessage.ok(join.joinRef(), join, response));
  }

  void ok(Push to, JsonNode response) {
    line.reply(to, ServerMessage.ok(replyRef(), to, response));
  }

  /** Nobody asked for an answer. */
  void keepQuiet(Push to) {
    line.withhold(to, ServerMessage.ok(replyRef(), to, Json.object()));
  }

  /** Nobody asked to be told of failures. */
  void keepQuiet(Push to, JsonNode error) {
    line.withhold(to, ServerMessage.error(replyRef(), to, error));
  }

  void error(Push to, JsonNode response) {
    line.reply(to, ServerMessage.error(replyRef(), to, response));
  }

  /** What is meant for this channel alone. */
  void push(String event, JsonNode payload) {
    line.push(new ServerMessage(replyRef(), Json.NULL, join.topic(), event, payload));
  }

  /** What all members of the room are told. */
  void announce(String event, JsonNode payload) {
    line.push(new ServerMessage(Json.NULL, Json.NULL, join.topic(), event, payload));
  }

  void system(String extension, String status, String message) {
    push("system", payload(extension, status, message).put("channel", name));
  }

  /** As an operator says it: without a channel (recording 21_admin_reload_and_shutdown). */
  void sayDisconnect() {
    announce("system", payload("system", "ok", "Server requested disconnect"));
  }

  private static ObjectNode payload(String extension, String status, String message) {
    return Json.object().put("message", message).put("status", status).put("extension", extension);
  }

  void sayClosed() {
    notice("phx_close", Json.object());
  }

  void sayCrashed() {
    notice("phx_error", Json.object().put("reason", "channel_crash"));
  }

  private void notice(String event, JsonNode payload) {
    line.push(new ServerMessage(join.joinRef(), join.joinRef(), join.topic(), event, payload));
  }

  /** A join without join_ref lends its ref to the replies that follow. */
  private JsonNode replyRef() {
    return join.joinRef().isNull() ? join.ref() : join.joinRef();
  }
}
