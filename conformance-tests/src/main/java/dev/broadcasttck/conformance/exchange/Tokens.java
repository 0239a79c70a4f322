package dev.broadcasttck.conformance.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.ScriptError;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes tokens as scripts describe them, right or wrong.
 *
 * @param secret what the target's tokens are signed with, if we hold it
 * @param clock the target's
 */
record Tokens(Optional<Secret> secret, Clock clock) {
  private static final int SHORTEST_KEY = 32;
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String NONE = "none";

  /**
   * Makes one.
   *
   * @param wish as written behind {@code $token}, its names made fresh
   * @throws ScriptError if it needs the target's secret, which we do not hold
   */
  String make(JsonNode wish) {
    ObjectNode claims = claims(wish);
    Payload payload = new Payload(Json.write(claims));
    String signer = wish.path("signed-with").asString("");
    if (signer.equals(NONE) || wish.path("alg").asString("").equals(NONE)) {
      return new PlainObject(payload).serialize();
    }
    String key = signer.isEmpty() ? own() : signer;
    return signed(payload, key);
  }

  private ObjectNode claims(JsonNode wish) {
    Instant now = clock.instant();
    Duration lifetime =
        wish.optional("expires-in").map(JsonNode::asString).map(Times::read).orElse(LIFETIME);
    ObjectNode claims = Json.object();
    claims.put("role", wish.path("role").asString("authenticated"));
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime).getEpochSecond());
    wish.path("claims").properties().forEach(claim -> claims.set(claim.getKey(), claim.getValue()));
    wish.optional("exp").ifPresent(literal -> claims.set("exp", literal));
    wish.path("without").forEach(name -> claims.remove(name.asString()));
    return claims;
  }

  private String own() {
    return secret
        .orElseThrow(() -> new ScriptError("a token is wanted, and we hold no secret to sign it"))
        .reveal();
  }

  private static String signed(Payload payload, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    try {
      JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), payload);
      // HMAC pads a short key with zeros anyway; the library wants it done.
      token.sign(new MACSigner(Arrays.copyOf(bytes, Math.max(bytes.length, SHORTEST_KEY))));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 32 bytes must be able to sign", e);
    }
  }
}
