package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The values that stand directly in a JSON array or object, as stretches of its own text, so that a
 * payload can be passed on without being written anew.
 */
public final class Outline {
  /** One value, and its key if it stands in an object. */
  private record Entry(Optional<String> key, Bytes text) {}

  private final boolean isArray;
  private final List<Entry> entries;

  private Outline(boolean isArray, List<Entry> entries) {
    this.isArray = isArray;
    this.entries = entries;
  }

  /** Empty where the bytes are not JSON, or neither an array nor an object. */
  public static Optional<Outline> of(Bytes bytes) {
    return StrictJson.check(bytes).flatMap(json -> trace(json.bytes()));
  }

  private static Optional<Outline> trace(Bytes text) {
    try (JsonParser parser = StrictJson.parser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      List<Entry> entries = new ArrayList<>(5);
      while (!parser.nextToken().isStructEnd()) {
        entries.add(entry(parser, text));
      }
      return Optional.of(new Outline(first == JsonToken.START_ARRAY, entries));
    } catch (JacksonException e) {
      throw new IllegalStateException("checked JSON cannot be read again", e);
    }
  }

  private static Entry entry(JsonParser parser, Bytes text) {
    Optional<String> key = Optional.empty();
    if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
      key = Optional.of(parser.currentName());
      parser.nextToken();
    }
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    // Without it the parser may stand in the middle of a string.
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset();
    return new Entry(key, text.slice(start, end));
  }

  public boolean isArray() {
    return isArray;
  }

  public int size() {
    return entries.size();
  }

  /** The value at an index, from 0. */
  public JsonText text(int index) {
    return new JsonText(entries.get(index).text());
  }

  public JsonNode tree(int index) {
    return Json.read(entries.get(index).text());
  }

  public Optional<JsonText> text(String key) {
    return entries.stream()
        .filter(entry -> entry.key().equals(Optional.of(key)))
        .findFirst()
        .map(entry -> new JsonText(entry.text()));
  }

  public Optional<JsonNode> tree(String key) {
    return text(key).map(JsonText::tree);
  }
}
