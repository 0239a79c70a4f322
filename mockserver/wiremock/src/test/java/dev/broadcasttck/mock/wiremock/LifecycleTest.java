package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.PortTaken;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final WireMockBeside api = WireMockBeside.create();

  @Test
  void aResetForgetsStubsAndNotes() throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().with(api).start()) {
      api.stubFor(get("/a").willReturn(ok("a")));
      assertThat(new Browser(mock.url()).get("/a").statusCode()).isEqualTo(200);

      mock.reset();

      assertThat(api.client().getServeEvents()).isEmpty();
      assertThat(new Browser(mock.url()).get("/a").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void oneThatHasEndedStartsAgainWithTheNextMock() throws Exception {
    for (int round = 1; round <= 2; round++) {
      try (BroadcastMock mock = BroadcastMock.builder().with(api).start()) {
        assertThat(new Browser(mock.url()).get("/a").statusCode()).isEqualTo(404);
        api.stubFor(get("/a").willReturn(ok("a")));
        assertThat(new Browser(mock.url()).get("/a").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void endsEveryThreadWithTheMock() throws Exception {
    Set<Thread> before = threads();
    try (BroadcastMock mock = BroadcastMock.builder().with(api).start()) {
      api.stubFor(get("/a").willReturn(aResponse().withFixedDelay(3_600_000)));
      CompletableFuture<?> delayed = new Browser(mock.url()).start("/a");
      new Browser(mock.url()).get("/b");
      assertThat(threads()).hasSizeGreaterThan(before.size());
      assertThat(delayed).isNotDone();
    }

    // A thread that has done all its work is still there for a moment.
    await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
  }

  /** Those of clients aside. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("HttpClient"))
        .collect(Collectors.toSet());
  }

  @Test
  void saysThatItIsAskedTooEarlyOrTooLate() {
    assertThatThrownBy(api::client)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("WireMock runs as long as the mock does");
    try (BroadcastMock first = BroadcastMock.builder().start()) {
      BroadcastMock.Builder second = BroadcastMock.builder().with(api).port(first.port());

      assertThatThrownBy(second::start).isInstanceOf(PortTaken.class);
      assertThatThrownBy(api::client).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void wireMocksSettingsAreTakenAndItsOwnFailuresAreAnswered() throws Exception {
    var broken = WireMockBeside.create(it -> it.extensions(new Stumbling()));
    try (BroadcastMock mock = BroadcastMock.builder().with(broken).start()) {
      broken.stubFor(get("/a").willReturn(ok("a").withTransformers("stumbling")));

      var answer = new Browser(mock.url()).get("/a");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("the neighbour failed", "I stumbled");
    }
  }

  /** An extension of WireMock that throws. */
  private static final class Stumbling implements ResponseTransformerV2 {
    @Override
    public Response transform(Response response, ServeEvent event) {
      throw new IllegalStateException("I stumbled");
    }

    @Override
    public String getName() {
      return "stumbling";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }
}
