package dev.broadcasttck.mock.message;

import tools.jackson.databind.JsonNode;

/**
 * A JSON value as its sender wrote it, known to be well-formed and without a key twice in one
 * object; passed on byte for byte, so that no number loses a digit.
 */
public record JsonText(Bytes bytes) {
  public static JsonText of(JsonNode node) {
    return new JsonText(Json.write(node));
  }

  public boolean isObject() {
    return bytes.at(0) == '{';
  }

  public JsonNode tree() {
    return Json.read(bytes);
  }
}
