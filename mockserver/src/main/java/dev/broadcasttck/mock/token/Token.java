package dev.broadcasttck.mock.token;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of a token: claims that can be trusted, or the reason why not. */
public sealed interface Token {

  /**
   * A token that holds.
   *
   * @param text the token itself, without spaces
   */
  record Valid(String text, JsonNode claims) implements Token {
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    public String role() {
      return claims.path("role").asString("");
    }

    public Optional<String> subject() {
      return claims.path("sub").stringValueOpt();
    }

    /** When it expires. */
    public Instant expiry() {
      return Instant.ofEpochSecond(claims.path("exp").decimalValue().min(LAST_SECOND).longValue());
    }
  }

  /**
   * A token that does not hold.
   *
   * @param secondsAgo how long ago it expired, 0 unless it did
   */
  record Invalid(Flaw flaw, long secondsAgo) implements Token {}
}
