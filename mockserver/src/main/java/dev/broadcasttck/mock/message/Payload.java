package dev.broadcasttck.mock.message;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a message carries, in the form in which its sender sent it. */
public sealed interface Payload {
  /** The payload of a text frame, or of a REST batch. */
  record Text(JsonText json) implements Payload {}

  /** The data of a binary push (kind 0), which nobody looks into. */
  record Opaque(Bytes data) implements Payload {}

  /**
   * A user broadcast, from a binary frame (kind 3) or from REST.
   *
   * @param event the user's event
   * @param isJson whether the sender calls the data JSON; never checked
   * @param data passed on byte for byte
   * @param meta what the server says about the message, such as its id
   */
  record User(String event, boolean isJson, Bytes data, Optional<JsonNode> meta)
      implements Payload {
    public User(String event, boolean isJson, Bytes data) {
      this(event, isJson, data, Optional.empty());
    }

    public User withEvent(String other) {
      return new User(other, isJson, data, meta);
    }
  }

  /** The payload as a JSON tree, null for what is not JSON text. */
  default JsonNode tree() {
    return this instanceof Text text ? text.json().tree() : Json.NULL;
  }
}
