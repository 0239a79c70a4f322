package dev.broadcasttck.mock.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Finds where two JSON values differ, down to the spelling of numbers and the order of keys. */
final class JsonDifferences {
  private final List<Difference> found = new ArrayList<>();

  private JsonDifferences() {}

  static List<Difference> between(JsonNode recorded, JsonNode received) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", recorded, received);
    return List.copyOf(differences.found);
  }

  private void compare(String at, JsonNode recorded, JsonNode received) {
    if (recorded.isObject() && received.isObject()) {
      compareObjects(at, recorded, received);
    } else if (recorded.isArray() && received.isArray()) {
      compareArrays(at, recorded, received);
    } else if (recorded.isNumber() && received.isNumber()) {
      compareNumbers(at, recorded.decimalValue(), received.decimalValue());
    } else if (!recorded.equals(received)) {
      found(at, recorded, received);
    }
  }

  private void compareObjects(String at, JsonNode recorded, JsonNode received) {
    List<String> recordedKeys = List.copyOf(recorded.propertyNames());
    List<String> receivedKeys = List.copyOf(received.propertyNames());
    Set<String> keys = new TreeSet<>(recordedKeys);
    if (!recordedKeys.equals(receivedKeys) && keys.equals(new TreeSet<>(receivedKeys))) {
      found.add(
          new Difference(
              "order of the keys at " + at, recordedKeys.toString(), receivedKeys.toString()));
    }
    keys.addAll(receivedKeys);
    keys.forEach(key -> compare(at + "/" + key, recorded.path(key), received.path(key)));
  }

  private void compareArrays(String at, JsonNode recorded, JsonNode received) {
    for (int i = 0; i < Math.max(recorded.size(), received.size()); i++) {
      compare(at + "/" + i, recorded.path(i), received.path(i));
    }
  }

  private void compareNumbers(String at, BigDecimal recorded, BigDecimal received) {
    if (recorded.compareTo(received) != 0) {
      found.add(new Difference(at, recorded.toString(), received.toString()));
    } else if (recorded.scale() != received.scale()) {
      found.add(
          new Difference(
              "spelling of the number at " + at, recorded.toString(), received.toString()));
    }
  }

  private void found(String at, JsonNode recorded, JsonNode received) {
    found.add(new Difference(at, show(recorded), show(received)));
  }

  private static String show(JsonNode node) {
    return node.isMissingNode() ? Show.ABSENT : node.toString();
  }
}
