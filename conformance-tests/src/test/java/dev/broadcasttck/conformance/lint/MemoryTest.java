package dev.broadcasttck.conformance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What has been forgotten is judged no more. */
class MemoryTest {
  private static final int MORE_THAN_IS_REMEMBERED = 600;

  private final Talk talk = new Talk();
  private final Talk.Socket alice = talk.version2("alice");

  @Test
  void theReplyToAPushThatWasForgottenIsLetPass() {
    alice.joins("{\"ack\":true}");
    for (int i = 0; i < MORE_THAN_IS_REMEMBERED; i++) {
      alice.broadcasts("b" + i, i);
    }
    alice.isAnswered("b0", "ok");

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void aBroadcastOfATopicThatWasForgottenIsLetPass() {
    alice.joins("{}");
    for (int i = 0; i < MORE_THAN_IS_REMEMBERED; i++) {
      alice.says("[\"j%d\",\"j%d\",\"realtime:%d\",\"phx_join\",{}]".formatted(i, i, i));
    }
    alice.hears(1);

    assertThat(talk.found()).isEmpty();
  }

  @Test
  void aSocketIsForgottenWhenItEnds() {
    alice.joins("{}").ends();
    alice.hears(1);
    talk.version2("alice").hears(1);

    assertThat(talk.rules()).containsExactly("BROADCAST-2");
  }
}
