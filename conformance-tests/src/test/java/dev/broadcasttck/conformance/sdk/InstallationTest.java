package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class InstallationTest {
  @Test
  void aMissingToolIsToldInASentenceThatSaysWhatToInstallAndWhatToLeaveOut() {
    Installation sdk = new Installation("supabase-js", "2.119.1");

    assertThatExceptionOfType(NotInstalled.class)
        .isThrownBy(() -> sdk.start(new ProcessBuilder("no-such-node")))
        .withMessageStartingWith("supabase-js 2.119.1 cannot be tested")
        .withMessageContaining("`no-such-node` does not start")
        .withMessageContaining("apt-get install nodejs npm")
        .withMessageEndingWith("-DskipSdk=supabase-js.");
  }
}
