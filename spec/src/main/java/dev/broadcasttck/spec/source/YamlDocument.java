package dev.broadcasttck.spec.source;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One document of a YAML file, as JSON.
 *
 * @param root its content
 * @param places where each value is written, by JSON pointer; a member of an object is where its
 *     key is. The empty pointer is always there.
 */
public record YamlDocument(JsonNode root, Map<String, Location> places) {

  /** Where the value at a pointer is written or, if there is none, where the nearest parent is. */
  public Location at(String pointer) {
    return Optional.ofNullable(places.get(pointer)).orElseGet(() -> at(parent(pointer)));
  }

  /** The pointer to a member of the object at {@code pointer}. */
  public static String member(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }
}
