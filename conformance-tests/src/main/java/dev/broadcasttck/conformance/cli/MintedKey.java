package dev.broadcasttck.conformance.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;

/** A project's key, made from the project's secret for the length of a run. */
final class MintedKey {
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final int SHORTEST_SECRET = 32;

  private MintedKey() {}

  static Secret anon(String jwtSecret, Clock clock) {
    byte[] secret = jwtSecret.getBytes(StandardCharsets.UTF_8);
    // HMAC pads with zeros anyway; the library refuses a short secret, servers do not.
    byte[] padded = Arrays.copyOf(secret, Math.max(secret.length, SHORTEST_SECRET));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .claim("role", "anon")
            .issueTime(Date.from(clock.instant()))
            .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
            .build();
    SignedJWT key = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      key.sign(new MACSigner(padded));
    } catch (JOSEException e) {
      throw new IllegalStateException("a secret of 32 bytes must be able to sign", e);
    }
    return new Secret(key.serialize());
  }
}
