package dev.broadcasttck.conformance.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.rule.Party;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {
  private static final Profile CORE =
      new Profile(
          "core",
          "1.0.0",
          "A title",
          "A description",
          Set.of(Party.SERVER),
          Optional.of("B"),
          List.of("SELF-1", "ACK-1"));
  private static final Shown ACK = shown("ACK-1", Verdict.PASSED);

  @Test
  void aProfileIsCertifiedWhereEachOfItsRulesIsShown() {
    assertThat(remark(shown("SELF-1", Verdict.PASSED), ACK))
        .isEqualTo(new Remark(ExitCode.CONFORMANT, "profile core 1.0.0: certified"));
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, NOT_CONFORMANT, broken",
    "KNOWN_FAILING, NOT_CONFORMANT, broken",
    "INCONCLUSIVE, INCONCLUSIVE, not shown",
    "KNOWN_FLAKY, INCONCLUSIVE, not shown",
    "HARNESS_ERROR, INCONCLUSIVE, not shown",
    "NOT_APPLICABLE, INCONCLUSIVE, not exercised"
  })
  void oneRuleThatIsNotShownIsEnoughForNotCertified(
      Verdict verdict, ExitCode exitCode, String why) {
    assertThat(remark(shown("SELF-1", verdict), ACK))
        .isEqualTo(new Remark(exitCode, "profile core 1.0.0: not certified: SELF-1 " + why));
  }

  @Test
  void aRuleIsShownByEachPlayingThatApplies() {
    Shown moot = shown("SELF-1", Verdict.NOT_APPLICABLE);
    Shown passed = shown("SELF-1", Verdict.PASSED);
    Shown failed = shown("SELF-1", Verdict.FAILED);

    assertThat(Certificate.of(CORE, List.of(moot, passed, ACK)).standing()).isEqualTo("certified");
    assertThat(Certificate.of(CORE, List.of(passed, failed, ACK)).standing())
        .isEqualTo("not certified");
  }

  @Test
  void weakEvidenceIsNotEnough() {
    Shown weak = new Shown(List.of("SELF-1"), Verdict.PASSED, Optional.of(Grade.C));
    Shown strong = new Shown(List.of("SELF-1"), Verdict.PASSED, Optional.of(Grade.B));

    assertThat(remark(weak, strong, ACK))
        .isEqualTo(
            new Remark(
                ExitCode.INCONCLUSIVE,
                "profile core 1.0.0: not certified: SELF-1 shown by weak evidence only"));
    assertThat(remark(strong, ACK).exitCode()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void aProfileOfWhichNothingWasPlayedIsNotExercised() {
    assertThat(remark(shown("REST-1", Verdict.PASSED)))
        .isEqualTo(new Remark(ExitCode.INCONCLUSIVE, "profile core 1.0.0: not exercised"));
  }

  private static Remark remark(Shown... playings) {
    return Certificate.of(CORE, List.of(playings)).remark();
  }

  private static Shown shown(String rule, Verdict verdict) {
    return new Shown(List.of(rule), verdict, Optional.empty());
  }
}
