package dev.broadcasttck.mock.token;

import tools.jackson.databind.JsonNode;

/** What became of a token: claims that can be trusted, or the reason why not. */
public sealed interface Token {

  /**
   * A token that holds.
   *
   * @param text the token itself, without spaces
   */
  record Valid(String text, JsonNode claims) implements Token {
    public String role() {
      return claims.path("role").asString("");
    }
  }

  /**
   * A token that does not hold.
   *
   * @param secondsAgo how long ago it expired, 0 unless it did
   */
  record Invalid(Flaw flaw, long secondsAgo) implements Token {}
}
