package dev.broadcasttck.conformance.sdk;

import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The explicit REST send, which only recent releases have. */
@RealSdk("supabase-js")
class HttpSendTest {
  @RegisterExtension static final BroadcastMockExtension mock = BroadcastMockExtension.create();

  @Test
  void itReachesTheMembersOfTheTopicWithoutSubscribing() {
    try (Witness bob = Witness.join(mock.mock().socketUrl(), mock.anonKey(), "room-1");
        Adapter adapter = adapter("2.119.1")) {
      JsonNode said = room1(adapter).httpSend("greeting", Map.of("n", 1)).join();

      assertThat(said.path("success").asBoolean()).isTrue();
      assertThat(bob.hears("greeting").path("n").asInt()).isEqualTo(1);
      mock.verify(broadcast("greeting").on("room-1").overRest().times(1));
      mock.verify(join().on("room-1").times(1));
    }
  }

  @Test
  void theAdapterDoesNotPretendToHaveIt() {
    try (Adapter adapter = adapter("2.37.0")) {
      SdkChannel room1 = room1(adapter);

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> room1.httpSend("greeting", Map.of("n", 1)).join())
          .havingCause()
          .isInstanceOf(Refused.class)
          .withMessageContaining("there is no method \"httpSend\"");
    }
  }

  private static Adapter adapter(String release) {
    return new Adapter(Installation.of("supabase-js@" + release));
  }

  private static SdkChannel room1(Adapter adapter) {
    return adapter
        .connect("alice", mock.url().toString(), mock.anonKey(), Map.of())
        .channel("room-1", Map.of());
  }
}
