package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One room, two protocol versions: the current release speaks 2.0.0, the old one 1.0.0. */
@RealSdk("supabase-js")
class MixedReleasesTest {
  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  private static final Map<String, ?> SELF = Map.of("broadcast", Map.of("self", true));

  @Test
  void releasesOfBothProtocolVersionsHearEachOtherAndThemselves() {
    try (Adapter current = adapter("2.119.1");
        Adapter old = adapter("2.37.0")) {
      SdkChannel young = room1(current);
      SdkChannel aged = room1(old);

      assertThat(young.send("fresh", Map.of("n", 1)).join()).isEqualTo("ok");
      assertThat(aged.hears("*", "fresh").path("n").asInt()).isEqualTo(1);
      assertThat(aged.send("stale", Map.of("n", 2)).join()).isEqualTo("ok");
      assertThat(young.hears("*", "stale").path("n").asInt()).isEqualTo(2);

      aged.hears("*", "stale");
      assertThat(young.heard("*")).containsExactly("fresh", "stale");
      assertThat(aged.heard("*")).containsExactly("fresh", "stale");
    }
  }

  private static Adapter adapter(String release) {
    return new Adapter(Installation.of("supabase-js@" + release));
  }

  private static SdkChannel room1(Adapter adapter) {
    return adapter
        .connect("anyone", mock.url().toString(), mock.anonKey(), Map.of())
        .channel("room-1", SELF)
        .on("*")
        .subscribed();
  }
}
