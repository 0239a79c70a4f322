package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.PayloadLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One message of a batch. */
record BatchMessage(Room room, Broadcast broadcast) {
  private static final String BLANK = "can't be blank";
  private static final String INVALID = "is invalid";

  /** The errors of a message by field, none where it is sound. */
  static JsonNode errors(JsonNode message, PayloadLimit limit) {
    ObjectNode errors = Json.object();
    text(errors, message, "topic");
    text(errors, message, "event");
    payload(errors, message.path("payload"), limit);
    flag(errors, message.path("private"));
    return errors;
  }

  private static void text(ObjectNode errors, JsonNode message, String field) {
    JsonNode value = message.path(field);
    if (isNothing(value) || (value.isString() && value.stringValue().isBlank())) {
      add(errors, field, BLANK);
    } else if (!value.isString()) {
      add(errors, field, INVALID);
    }
  }

  private static void payload(ObjectNode errors, JsonNode value, PayloadLimit limit) {
    if (isNothing(value)) {
      add(errors, "payload", BLANK);
    } else if (!value.isObject()) {
      add(errors, "payload", INVALID);
    } else if (!limit.admits(new Payload.Text(JsonText.of(value)))) {
      add(errors, "payload", "Payload size exceeds tenant limit");
    }
  }

  private static void flag(ObjectNode errors, JsonNode value) {
    if (!isNothing(value) && !value.isBoolean() && !isBooleanWord(value)) {
      add(errors, "private", INVALID);
    }
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static boolean isBooleanWord(JsonNode value) {
    return value.isString() && value.stringValue().matches("true|false|1|0");
  }

  private static void add(ObjectNode errors, String field, String error) {
    errors.set(field, Json.array().add(error));
  }

  /** The message that members get, of one without errors. */
  static BatchMessage of(JsonNode message) {
    Room room = Room.named(message.path("topic").stringValue(), isPrivate(message.path("private")));
    ObjectNode payload = Json.object();
    payload.set("event", message.path("event"));
    if (message.path("id").isString()) {
      payload.set("meta", Json.object().set("id", message.path("id")));
    }
    payload.set("payload", message.path("payload"));
    payload.put("type", "broadcast");
    var content = new Payload.Text(JsonText.of(payload));
    return new BatchMessage(room, new Broadcast(room.topic(), content));
  }

  private static boolean isPrivate(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() : value.asString("").matches("true|1");
  }
}
