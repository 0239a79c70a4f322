package dev.broadcasttck.mock.recording;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes a real token for each description in a recording, such as {@code <jwt:role=anon#1>}, and
 * the same one for the same description.
 */
final class TokenMint {
  private static final Pattern DESCRIPTION = Pattern.compile("<jwt:([^#>]*)#(\\d+)>");
  private static final long AN_HOUR = 3600;

  private final String secret;
  private final Supplier<Clock> clock;
  private final long secondsExpired;
  private final Map<String, String> minted = new HashMap<>();

  /**
   * @param clock by which a token is made when it is needed for the first time
   */
  TokenMint(String secret, Supplier<Clock> clock, StageScript script) {
    this.secret = secret;
    this.clock = clock;
    this.secondsExpired = script.secondsExpired().orElse(AN_HOUR);
  }

  /** The text with each description replaced by its token. */
  String fill(String text) {
    return DESCRIPTION
        .matcher(text)
        .replaceAll(found -> minted.computeIfAbsent(found.group(), all -> mint(found)));
  }

  Frame fill(Frame frame) {
    return new Frame(frame.kind(), fill(frame.content()));
  }

  private String mint(MatchResult description) {
    List<String> words = Arrays.asList(description.group(1).split(","));
    Map<String, Object> claims = claims(words);
    claims.put("jti", description.group(2));
    Payload payload = new Payload(claims);
    if (words.contains("alg=none")) {
      return new PlainObject(payload).serialize();
    }
    return sign(payload, words.contains("wrong-signature") ? "not " + secret : secret);
  }

  private Map<String, Object> claims(List<String> words) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", now() + AN_HOUR);
    words.forEach(word -> claim(word, claims));
    return claims;
  }

  private void claim(String word, Map<String, Object> claims) {
    String[] pair = word.split("=", 2);
    switch (pair[0]) {
      case "role", "sub" -> claims.put(pair[0], pair[1]);
      case "no-exp" -> claims.remove("exp");
      case "expired" -> claims.put("exp", now() - secondsExpired);
      case "expires-in" -> claims.put("exp", now() + seconds(pair[1]));
      case "exp-as-string" -> claims.put("exp", String.valueOf(now() + AN_HOUR));
      case "exp-decimal" -> claims.put("exp", now() + AN_HOUR + 0.5);
      case "no-role", "alg", "wrong-signature" -> {}
      default -> throw new IllegalArgumentException("no token is known that says " + word);
    }
  }

  private long now() {
    return clock.get().instant().getEpochSecond();
  }

  private static long seconds(String text) {
    return Long.parseLong(text.substring(0, text.length() - "s".length()));
  }

  private static String sign(Payload payload, String secret) {
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), payload);
    try {
      token.sign(new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret cannot sign: " + e.getMessage(), e);
    }
    return token.serialize();
  }
}
