package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** JSON as PostgreSQL writes it, with a space behind each comma and colon (16_db_send). */
final class DatabaseJson {
  private DatabaseJson() {}

  static Bytes write(JsonNode node) {
    return Bytes.utf8(text(node));
  }

  private static String text(JsonNode node) {
    if (node.isObject()) {
      var object = new StringJoiner(", ", "{", "}");
      node.properties()
          .forEach(p -> object.add(text(Json.string(p.getKey())) + ": " + text(p.getValue())));
      return object.toString();
    }
    if (node.isArray()) {
      var array = new StringJoiner(", ", "[", "]");
      node.forEach(element -> array.add(text(element)));
      return array.toString();
    }
    return Json.write(node).utf8();
  }
}
