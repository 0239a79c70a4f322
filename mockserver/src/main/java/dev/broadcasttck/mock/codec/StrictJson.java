package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as the real server reads it: invalid UTF-8, a number beyond a double and half a surrogate
 * pair make it no JSON; of duplicate keys the first wins.
 */
public final class StrictJson {
  private static final JsonFactory UNIQUE_KEYS = factory(true);
  private static final JsonFactory ANY_KEYS = factory(false);

  private StrictJson() {}

  /** Empty where the bytes are not one JSON value. */
  public static Optional<JsonText> check(Bytes bytes) {
    if (!bytes.isUtf8()) {
      return Optional.empty();
    }
    if (isSound(bytes, UNIQUE_KEYS)) {
      return Optional.of(new JsonText(trimmed(bytes)));
    }
    return isSound(bytes, ANY_KEYS)
        ? Optional.of(new JsonText(FirstKeyWins.rewrite(parser(bytes))))
        : Optional.empty();
  }

  static JsonParser parser(Bytes bytes) {
    return ANY_KEYS.createParser(ObjectReadContext.empty(), bytes.toArray());
  }

  private static JsonFactory factory(boolean uniqueKeys) {
    return JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, uniqueKeys)
        .build();
  }

  private static boolean isSound(Bytes bytes, JsonFactory factory) {
    boolean escapesSurrogates = escapesSurrogates(bytes);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes.toArray())) {
      int depth = 0;
      do {
        JsonToken token = parser.nextToken();
        if (token == null || isUnreadable(token, parser, escapesSurrogates)) {
          return false;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0);
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean isUnreadable(JsonToken token, JsonParser parser, boolean surrogates) {
    return switch (token) {
      case VALUE_NUMBER_FLOAT -> isBeyondReach(parser);
      case VALUE_STRING, PROPERTY_NAME -> surrogates && holdsHalfAPair(parser.getString());
      default -> false;
    };
  }

  /** Too large for a double, or so small that not even a decimal number can say how small. */
  private static boolean isBeyondReach(JsonParser parser) {
    double value = parser.getDoubleValue();
    return Double.isInfinite(value) || (value == 0 && !isDecimal(parser.getString()));
  }

  private static boolean isDecimal(String number) {
    try {
      BigDecimal unused = new BigDecimal(number);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean holdsHalfAPair(String text) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Whether there is an escape of the surrogates' range, which alone may come without its half. */
  private static boolean escapesSurrogates(Bytes bytes) {
    for (int i = 0; i + 2 < bytes.length(); i++) {
      if (bytes.at(i) == '\\' && bytes.at(i + 1) == 'u' && (bytes.at(i + 2) | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  private static Bytes trimmed(Bytes bytes) {
    int start = 0;
    int end = bytes.length();
    while (bytes.at(start) <= ' ') {
      start++;
    }
    while (bytes.at(end - 1) <= ' ') {
      end--;
    }
    return bytes.slice(start, end);
  }
}
