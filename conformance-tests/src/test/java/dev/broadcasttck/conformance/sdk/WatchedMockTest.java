package dev.broadcasttck.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.cli.LintingCritic;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mock at which somebody reads along who knows the rules. */
class WatchedMockTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static BroadcastMock.Builder watched() {
    return BroadcastMock.builder().admin().critic(LintingCritic::new);
  }

  private static Witness witness(BroadcastMock mock) {
    return Witness.join(mock.socketUrl(), mock.anonKey(), "room-1");
  }

  private static JsonNode ask(BroadcastMock mock, String path) {
    URI address = URI.create(mock.url() + "/__tck/" + path);
    return HTTP.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .thenApply(answer -> JsonMapper.shared().readTree(answer.body()))
        .join();
  }

  private static List<String> broken(BroadcastMock mock) {
    return ask(mock, "findings")
        .path("findings")
        .valueStream()
        .map(it -> it.path("rule").asString(""))
        .distinct()
        .toList();
  }

  @Test
  void broadcastsThatAreSwappedAreRemarked() {
    try (BroadcastMock mock =
            watched().faults(List.of(Faults.named("TWO_SWAPPED").orElseThrow())).start();
        Witness alice = witness(mock);
        Witness bob = witness(mock)) {
      alice.says("one", Map.of());
      alice.says("two", Map.of());
      bob.hears("one");
      assertThat(bob.heard()).containsExactly("two", "one");
      Adapter.until("it is remarked", () -> broken(mock).contains("ORDER-1"));
    }
  }

  /** The clock of the mock moves; the pulse of a client is of this world. */
  @Test
  void aClockThatIsMovedIsNoSilence() {
    try (BroadcastMock mock = watched().start();
        Witness alice = witness(mock)) {
      alice.says("one", Map.of());
      mock.advance(Duration.ofSeconds(50));
      mock.advance(Duration.ofSeconds(50));
      alice.says("two", Map.of());
      Adapter.until("it has been read", () -> broken(mock).contains("CFRAME-5"));
      assertThat(broken(mock)).containsExactly("CFRAME-5");
    }
  }

  @Test
  void itSaysWhichChaptersWereMet() {
    try (BroadcastMock mock = watched().start();
        Witness alice = witness(mock)) {
      alice.says("one", Map.of());
      Adapter.until(
          "rules are met",
          () ->
              ask(mock, "coverage")
                  .path("chapters")
                  .valueStream()
                  .anyMatch(it -> it.path("met").intValue() > 1));
      assertThat(ask(mock, "coverage").path("chapters").valueStream())
          .allMatch(it -> it.path("met").intValue() <= it.path("readable").intValue())
          .allMatch(it -> it.path("readable").intValue() <= it.path("rules").intValue());
    }
  }
}
