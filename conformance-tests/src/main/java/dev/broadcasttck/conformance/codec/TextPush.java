package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.spec.protocol.ProtocolVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a text push, right or wrong as its writer wants them. */
public record TextPush(
    JsonNode joinRef, JsonNode ref, JsonNode topic, JsonNode event, JsonNode payload) {
  /** The frame in which clients send them. */
  public JsonNode frame(ProtocolVersion vsn) {
    return vsn == ProtocolVersion.V1 ? object() : array();
  }

  private ObjectNode object() {
    ObjectNode frame = Json.object();
    frame.set("topic", topic);
    frame.set("event", event);
    frame.set("payload", payload);
    frame.set("ref", ref);
    if (!joinRef.isNull()) {
      frame.set("join_ref", joinRef);
    }
    return frame;
  }

  private ArrayNode array() {
    return Json.array().add(joinRef).add(ref).add(topic).add(event).add(payload);
  }
}
