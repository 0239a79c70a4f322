package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenMintTest {
  private static final String SECRET = UUID.randomUUID().toString();
  private static final long NOW = 1_800_000_000;

  private final TokenMint mint =
      new TokenMint(
          SECRET,
          () -> Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
          new StageScript(List.of()));

  @Test
  void sameNumberSameToken() {
    assertThat(mint.fill("<jwt:role=anon#1>")).isEqualTo(mint.fill("<jwt:role=anon#1>"));
    assertThat(mint.fill("<jwt:role=anon#1>")).isNotEqualTo(mint.fill("<jwt:role=anon#2>"));
  }

  @Test
  void leavesTheTextAroundATokenAlone() throws Exception {
    String filled = mint.fill("Bearer <jwt:role=anon#1>, <b> $1");

    assertThat(filled).startsWith("Bearer ey").endsWith(", <b> $1");
    assertThat(claims("role=anon")).containsEntry("role", "anon").containsEntry("exp", NOW + 3600);
  }

  @Test
  void saysWhatTheDescriptionSays() throws Exception {
    assertThat(claims("role=authenticated,sub=11-1")).containsEntry("sub", "11-1");
    assertThat(claims("no-role")).doesNotContainKey("role").containsKey("exp");
    assertThat(claims("role=anon,no-exp")).doesNotContainKey("exp");
    assertThat(claims("role=anon,expires-in=3s")).containsEntry("exp", NOW + 3);
    assertThat(claims("role=anon,exp-as-string")).containsEntry("exp", NOW + 3600 + "");
    assertThat(claims("role=anon,exp-decimal")).containsEntry("exp", NOW + 3600.5);
    assertThat((Long) claims("role=anon,expired").get("exp")).isLessThan(NOW);
  }

  @Test
  void signsUnlessToldOtherwise() throws Exception {
    MACVerifier verifier = new MACVerifier(SECRET);

    assertThat(JWSObject.parse(token("role=anon")).verify(verifier)).isTrue();
    assertThat(JWSObject.parse(token("role=anon,wrong-signature")).verify(verifier)).isFalse();
    assertThat(token("role=anon,alg=none")).endsWith(".");
  }

  @Test
  void refusesADescriptionItDoesNotKnow() {
    assertThatThrownBy(() -> token("role=anon,purple")).hasMessageContaining("purple");
  }

  private String token(String description) {
    return mint.fill("<jwt:" + description + "#7>");
  }

  private Map<String, Object> claims(String description) throws Exception {
    return JWSObject.parse(token(description)).getPayload().toJSONObject();
  }
}
