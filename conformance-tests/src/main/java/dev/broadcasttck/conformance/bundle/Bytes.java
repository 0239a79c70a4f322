package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Json;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bytes within JSON, which has none: an object with one member. */
final class Bytes {
  private static final String MARK = "$bytes";

  private Bytes() {}

  static JsonNode marked(JsonNode node) {
    if (node.isBinary()) {
      return Json.object().put(MARK, Base64.getEncoder().encodeToString(node.binaryValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = Json.array();
      node.forEach(element -> copy.add(marked(element)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = Json.object();
    node.properties().forEach(member -> copy.set(member.getKey(), marked(member.getValue())));
    return copy;
  }

  static JsonNode unmarked(JsonNode node) {
    if (node.isObject() && node.size() == 1 && node.path(MARK).isString()) {
      return JsonNodeFactory.instance.binaryNode(
          Base64.getDecoder().decode(node.path(MARK).stringValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = Json.array();
      node.forEach(element -> copy.add(unmarked(element)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = Json.object();
    node.properties().forEach(member -> copy.set(member.getKey(), unmarked(member.getValue())));
    return copy;
  }
}
