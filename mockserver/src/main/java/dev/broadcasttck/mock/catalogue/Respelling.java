package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same frame in other words: what is JSON says the same, what is none stays as it is. */
final class Respelling {
  private static final int FIRST_NON_ASCII = 128;

  private Respelling() {}

  /** The last key of every object first. */
  static Frame keysReversed(Frame frame) {
    return onTree(frame, Respelling::reversed);
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      Collections.reverse(names);
      ObjectNode other = Json.object();
      names.forEach(name -> other.set(name, reversed(object.get(name))));
      return other;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode other = Json.array();
      array.forEach(element -> other.add(reversed(element)));
      return other;
    }
    return node;
  }

  /** Another key in the object that a frame of version 1 is. */
  static Frame withKey(Frame frame, String key, JsonNode value) {
    return onTree(frame, tree -> tree instanceof ObjectNode object ? object.set(key, value) : tree);
  }

  /** Space around every mark that is outside of strings. */
  static Frame spacious(Frame frame) {
    return onText(frame, Respelling::spacious);
  }

  private static String spacious(String json) {
    StringBuilder wide = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char letter = json.charAt(i);
      if (letter == '"' && !isEscaped(json, i)) {
        inString = !inString;
      }
      boolean mark = !inString && "{}[],:".indexOf(letter) >= 0;
      wide.append(mark ? "\n " + letter + "\t " : String.valueOf(letter));
    }
    return wide.toString();
  }

  private static boolean isEscaped(String json, int quote) {
    int backslashes = 0;
    while (json.charAt(quote - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Everything but ASCII as its number. */
  static Frame escaped(Frame frame) {
    return onText(frame, Respelling::escaped);
  }

  private static String escaped(String json) {
    StringBuilder plain = new StringBuilder();
    json.chars()
        .forEach(
            letter -> {
              if (letter < FIRST_NON_ASCII) {
                plain.append((char) letter);
              } else {
                plain.append("\\u%04x".formatted(letter));
              }
            });
    return plain.toString();
  }

  private static Frame onTree(Frame frame, UnaryOperator<JsonNode> change) {
    return onText(frame, json -> Json.write(change.apply(Json.read(json))).utf8());
  }

  private static Frame onText(Frame frame, UnaryOperator<String> change) {
    return frame.kind() == Frame.Kind.TEXT
        ? new Frame(frame.kind(), Bytes.utf8(change.apply(frame.bytes().utf8())))
        : frame;
  }
}
