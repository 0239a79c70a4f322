package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a frame of the server's is about, in so far as it can be read there; of either version.
 *
 * @param event of the protocol
 * @param userEvent of a broadcast
 * @param ref empty where there is none, which a null is not
 */
public record Caption(
    Optional<String> topic,
    Optional<String> event,
    Optional<String> userEvent,
    Optional<JsonNode> ref,
    Optional<JsonNode> joinRef) {
  private static final Caption UNREADABLE =
      new Caption(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final String BROADCAST = "broadcast";
  private static final int USER_BROADCAST = 4;

  /** Where the fields of a binary user broadcast begin. */
  private static final int FIELDS = 5;

  private static final int JOIN_REF = 0;
  private static final int REF = 1;
  private static final int TOPIC = 2;
  private static final int EVENT = 3;
  private static final int PAYLOAD = 4;

  public static Caption of(Frame frame) {
    return frame.kind() == Frame.Kind.TEXT ? ofText(frame.bytes()) : ofBinary(frame.bytes());
  }

  private static Caption ofText(Bytes text) {
    try {
      JsonNode tree = Json.read(text);
      return tree.isArray()
          ? of(
              tree.path(JOIN_REF),
              tree.path(REF),
              tree.path(TOPIC),
              tree.path(EVENT),
              tree.path(PAYLOAD))
          : of(
              tree.path("join_ref"),
              tree.path("ref"),
              tree.path("topic"),
              tree.path("event"),
              tree.path("payload"));
    } catch (JacksonException noJson) {
      return UNREADABLE;
    }
  }

  private static Caption of(
      JsonNode joinRef, JsonNode ref, JsonNode topic, JsonNode event, JsonNode payload) {
    Optional<String> name = event.stringValueOpt();
    return new Caption(
        topic.stringValueOpt(),
        name,
        name.filter(BROADCAST::equals).flatMap(it -> payload.path("event").stringValueOpt()),
        Optional.of(ref).filter(it -> !it.isMissingNode()),
        Optional.of(joinRef).filter(it -> !it.isMissingNode()));
  }

  private static Caption ofBinary(Bytes bytes) {
    if (bytes.length() < FIELDS || bytes.at(0) != USER_BROADCAST) {
      return UNREADABLE;
    }
    int topic = FIELDS + bytes.at(1);
    int event = topic + bytes.at(2);
    return bytes.length() < event
        ? UNREADABLE
        : new Caption(
            Optional.of(bytes.slice(FIELDS, topic).utf8()),
            Optional.of(BROADCAST),
            Optional.of(bytes.slice(topic, event).utf8()),
            Optional.empty(),
            Optional.empty());
  }
}
