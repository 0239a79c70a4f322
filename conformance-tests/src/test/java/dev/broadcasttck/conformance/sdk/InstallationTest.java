package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class InstallationTest {
  @Test
  void aReleaseThatCannotBeHadIsToldInASentenceThatSaysWhatToLeaveOut() {
    assertThatExceptionOfType(NotInstalled.class)
        .isThrownBy(() -> Installation.of("supabase-js@../2.119.1"))
        .withMessage(
            "'../2.119.1' is no version of supabase-js;"
                + " or leave this SDK out with -DskipSdk=supabase-js");
  }
}
