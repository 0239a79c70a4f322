package dev.broadcasttck.mock.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues and examines the tokens of one project: JWTs under its secret, HS256. */
public final class TokenOffice {
  private static final int SHORTEST_KEY = 32;

  private final byte[] key;
  private final Clock clock;
  private final Review review;

  public TokenOffice(String secret, Clock clock) {
    this(secret, clock, Review.NONE);
  }

  /** One whose findings are reviewed. */
  public TokenOffice(String secret, Clock clock, Review review) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    // HMAC pads a short key with zeros anyway; the library wants it done, the real server does not.
    this.key = Arrays.copyOf(bytes, Math.max(bytes.length, SHORTEST_KEY));
    this.clock = clock;
    this.review = review;
  }

  /** A token that holds for {@code lifetime} from now on; a negative one has expired already. */
  public String issue(String role, Duration lifetime) {
    return issue(role, lifetime, Map.of());
  }

  /** The same with further claims. */
  public String issue(String role, Duration lifetime, Map<String, String> claims) {
    Instant now = clock.instant();
    ObjectNode all = Json.object();
    claims.forEach(all::put);
    return sign(
        all.put("role", role)
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(lifetime).getEpochSecond()));
  }

  private String sign(JsonNode claims) {
    try {
      var token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), payload(claims));
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 32 bytes must be able to sign", e);
    }
  }

  private static Payload payload(JsonNode claims) {
    return new Payload(Json.write(claims).toArray());
  }

  public Token examine(String token) {
    String compact = token.replaceAll("\\s", "");
    return review.of(compact, examined(compact));
  }

  private Token examined(String compact) {
    if (isUnsigned(compact)) {
      return flawed(Flaw.ALGORITHM);
    }
    try {
      JWSObject jws = JWSObject.parse(compact);
      Optional<JsonNode> claims = claims(jws);
      if (claims.isEmpty()) {
        return flawed(Flaw.MALFORMED);
      }
      return isSigned(jws) ? examine(compact, claims.get()) : flawed(Flaw.SIGNATURE);
    } catch (ParseException e) {
      return flawed(Flaw.MALFORMED);
    }
  }

  private static boolean isUnsigned(String token) {
    try {
      PlainObject.parse(token);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }

  private static Optional<JsonNode> claims(JWSObject jws) {
    try {
      JsonNode claims = new JsonText(Bytes.of(jws.getPayload().toBytes())).tree();
      return Optional.of(claims).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private boolean isSigned(JWSObject jws) {
    try {
      return jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          && jws.verify(new MACVerifier(key));
    } catch (JOSEException e) {
      return false;
    }
  }

  private Token examine(String token, JsonNode claims) {
    JsonNode expiry = claims.path("exp");
    if (!claims.path("role").isString() || expiry.isMissingNode() || expiry.isNull()) {
      return flawed(Flaw.INCOMPLETE);
    }
    if (!expiry.isNumber()) {
      return flawed(Flaw.EXPIRY_NOT_A_NUMBER);
    }
    long now = clock.instant().getEpochSecond();
    BigDecimal end = expiry.decimalValue();
    return BigDecimal.valueOf(now).compareTo(end) < 0
        ? new Token.Valid(token, claims)
        : new Token.Invalid(Flaw.EXPIRED, age(now, end));
  }

  /** Without decimal arithmetic, which takes for ever on an exponent of nine digits. */
  private static long age(long now, BigDecimal end) {
    return (long) (now - end.doubleValue());
  }

  private static Token flawed(Flaw flaw) {
    return new Token.Invalid(flaw, 0);
  }
}
