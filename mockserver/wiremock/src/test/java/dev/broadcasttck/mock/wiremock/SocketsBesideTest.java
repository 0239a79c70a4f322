package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;
import static dev.broadcasttck.mock.wiremock.WireMockBeside.asTheMock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketsBesideTest {
  private static final int AN_HOUR = 3_600_000;
  private static final int MORE_THAN_THREADS = 40;

  private static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock = BroadcastMockExtension.create(it -> it.with(api));

  @Test
  void aStubThatMatchesTheRequestForASocketRefusesIt() throws Exception {
    var stub = api.stubFor(get(urlPathEqualTo("/realtime/v1/websocket")).willReturn(forbidden()));

    assertThatThrownBy(RoomSocket.knock(mock, new WebSocket.Listener() {})::join)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));

    api.client().removeStubMapping(stub);
    RoomSocket.join(mock).close();
    mock.verify(join().times(1));
  }

  @Test
  void noDelayHoldsSocketsOrOtherRequestsUp() throws Exception {
    api.stubFor(get("/rest/v1/slow").willReturn(ok().withFixedDelay(AN_HOUR)));
    api.stubFor(get("/rest/v1/quick").willReturn(ok("quick")));
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      slow.add(new RawConnection(mock.mock().port()).get("/rest/v1/slow"));
    }
    await()
        .untilAsserted(
            () -> api.verify(MORE_THAN_THREADS, getRequestedFor(urlEqualTo("/rest/v1/slow"))));

    try (RoomSocket room = RoomSocket.join(mock)) {
      browser().broadcast(mock.anonKey(), "room-1", "test");
      room.next("broadcast");
    }
    assertThat(browser().get("/rest/v1/quick").body()).isEqualTo("quick");
    mock.verify(broadcast("other").never());

    mock.mock().reset();

    for (RawConnection connection : slow) {
      assertThat(connection.rest()).isEmpty();
      connection.close();
    }
  }

  @Test
  void theMockObeysAfterADelayOfAStub() throws Exception {
    Duration delay = Duration.ofMillis(200);
    int millis = (int) delay.toMillis();
    api.stubFor(post("/realtime/v1/api/broadcast").willReturn(asTheMock().withFixedDelay(millis)));
    api.stubFor(
        get(urlPathEqualTo("/realtime/v1/websocket"))
            .willReturn(asTheMock().withFixedDelay(millis)));
    long start = System.nanoTime();

    try (RoomSocket room = RoomSocket.join(mock)) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
      browser().broadcast(mock.anonKey(), "room-1", "test");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(delay.multipliedBy(2));
      room.next("broadcast");
    }
  }

  private static Browser browser() {
    return new Browser(mock.url());
  }
}
