package dev.broadcasttck.mock.message;

import tools.jackson.databind.JsonNode;

/**
 * The size of a payload in Erlang's external term format, in which the real server measures it
 * (recording 09_oversize_small_tenant).
 */
final class ExternalSize {
  private static final long VERSION = 1;
  private static final long HEADER = 5;

  private ExternalSize() {}

  static long of(Payload payload) {
    if (payload instanceof Payload.Text text) {
      return VERSION + size(text.json().tree());
    }
    Bytes data =
        payload instanceof Payload.User user ? user.data() : ((Payload.Opaque) payload).data();
    return VERSION + HEADER + data.length();
  }

  /** What no payload of that many bytes of JSON exceeds: the worst is a float, 9 bytes for 4. */
  static long atMost(int jsonBytes) {
    return VERSION + HEADER + 3L * jsonBytes;
  }

  private static long size(JsonNode node) {
    if (node.isObject()) {
      long sum = HEADER;
      for (var property : node.properties()) {
        sum += HEADER + utf8Length(property.getKey()) + size(property.getValue());
      }
      return sum;
    }
    if (node.isArray()) {
      long sum = node.isEmpty() ? 1 : HEADER + 1;
      for (JsonNode element : node) {
        sum += size(element);
      }
      return sum;
    }
    return node.isString() ? HEADER + utf8Length(node.stringValue()) : atomOrNumber(node);
  }

  private static int atomOrNumber(JsonNode node) {
    if (node.isNull()) {
      return 2 + "nil".length();
    }
    if (node.isBoolean()) {
      return 2 + node.asString().length();
    }
    return node.isIntegralNumber() ? integer(node) : 9;
  }

  private static int integer(JsonNode node) {
    var value = node.bigIntegerValue();
    if (value.signum() >= 0 && value.bitLength() <= 8) {
      return 2;
    }
    return value.bitLength() <= 31 ? 5 : 3 + (value.abs().bitLength() + 7) / 8;
  }

  private static int utf8Length(String text) {
    return Bytes.utf8(text).length();
  }
}
