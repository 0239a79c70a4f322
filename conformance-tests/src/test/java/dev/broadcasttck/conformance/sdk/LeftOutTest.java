package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class LeftOutTest {
  @Test
  void withoutThePropertyNothingIsLeftOut() {
    assertThat(LeftOut.leftOut("")).isEmpty();
  }

  @Test
  void severalNamesAreSeparatedByCommas() {
    assertThat(LeftOut.leftOut(" supabase-js,, supabase-js")).containsExactly("supabase-js");
  }

  @Test
  void anUnknownNameIsToldAndNotIgnored() {
    assertThatExceptionOfType(NotInstalled.class)
        .isThrownBy(() -> LeftOut.leftOut("supabase-jss"))
        .withMessageStartingWith("-DskipSdk names `supabase-jss`");
  }
}
