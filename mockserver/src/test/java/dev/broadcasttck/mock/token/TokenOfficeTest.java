package dev.broadcasttck.mock.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenOfficeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1000);
  private static final String HS256 = "{\"alg\":\"HS256\"}";

  private final TokenOffice office = office("secret");

  @Test
  void anIssuedTokenHoldsUntilItsLastSecond() {
    assertThat(office.examine(office.issue("anon", Duration.ofSeconds(1))))
        .isInstanceOfSatisfying(
            Token.Valid.class, token -> assertThat(token.role()).isEqualTo("anon"));
    assertThat(office.examine(office.issue("anon", Duration.ofSeconds(0))))
        .isEqualTo(new Token.Invalid(Flaw.EXPIRED, 0));
    assertThat(office.examine(office.issue("anon", Duration.ofSeconds(-100))))
        .isEqualTo(new Token.Invalid(Flaw.EXPIRED, 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "sb_publishable_abc"})
  void whatIsNoJwtIsMalformed(String text) {
    assertThat(office.examine(text)).isEqualTo(new Token.Invalid(Flaw.MALFORMED, 0));
  }

  @Test
  void aTokenUnderAnotherSecretHasAWrongSignature() {
    String foreign = office("other").issue("anon", Duration.ofHours(1));
    assertThat(office.examine(foreign)).isEqualTo(new Token.Invalid(Flaw.SIGNATURE, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"exp\":2000} | INCOMPLETE",
        "{\"role\":\"anon\"} | INCOMPLETE",
        "{\"role\":\"anon\",\"exp\":\"2000\"} | EXPIRY_NOT_A_NUMBER",
        "{\"role\":\"anon\",\"exp\":1.0e-9999999999} | MALFORMED",
        "[] | MALFORMED"
      })
  void aTokenThatLacksAClaimDoesNotHold(String claims, Flaw flaw) {
    assertThat(office.examine(signed(HS256, claims))).isEqualTo(new Token.Invalid(flaw, 0));
  }

  @Test
  void anExpiryMayBeADecimalAndSpacesDoNotMatter() {
    String token = signed(HS256, "{\"role\":\"anon\",\"exp\":1000.5}");
    assertThat(office.examine(" " + token)).isInstanceOf(Token.Valid.class);
  }

  @Test
  @Timeout(5)
  void anExpiryBeyondAllTimeHolds() {
    String token = signed(HS256, "{\"role\":\"anon\",\"exp\":1E+2147483647}");
    assertThat(office.examine(token)).isInstanceOf(Token.Valid.class);
  }

  @Test
  void aTokenWithoutAnAlgorithmDoesNotHold() {
    String token = encoded("{\"alg\":\"none\"}") + "." + encoded("{\"role\":\"anon\"}") + ".";
    assertThat(office.examine(token)).isEqualTo(new Token.Invalid(Flaw.ALGORITHM, 0));
  }

  private static TokenOffice office(String secret) {
    return new TokenOffice(secret, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Under the short secret as it is, by the JDK: the real server takes such secrets. */
  private static String signed(String header, String claims) {
    try {
      String content = encoded(header) + "." + encoded(claims);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
