package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Strings;
import dev.broadcasttck.conformance.match.Wildcard;
import tools.jackson.databind.JsonNode;

/**
 * The names that are fresh in every playing, so that playings disturb neither each other nor
 * anybody else on a shared server: {@code $room} becomes {@code room-} and a nonce.
 *
 * @param nonce letters and digits, another one for each playing
 */
public record Names(String nonce) {

  /** A value to be sent, its names made fresh. */
  public JsonNode toSend(JsonNode written) {
    return Strings.mapped(written, this::resolved);
  }

  /** A text to be sent, such as a topic. */
  public String toSend(String written) {
    return resolved(written);
  }

  /** A value to be expected, its names made fresh. */
  public JsonPattern toExpect(JsonNode written) {
    return new JsonPattern(Strings.mapped(written, word -> isName(word) ? fresh(word) : word));
  }

  private String resolved(String word) {
    return isName(word) ? fresh(word) : Wildcard.unescaped(word);
  }

  private String fresh(String word) {
    return word.substring(1) + "-" + nonce;
  }

  private static boolean isName(String word) {
    return word.startsWith("$") && !word.startsWith("$$") && Wildcard.named(word).isEmpty();
  }
}
