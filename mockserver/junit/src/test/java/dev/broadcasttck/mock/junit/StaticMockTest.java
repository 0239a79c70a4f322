package dev.broadcasttck.mock.junit;

import static dev.broadcasttck.mock.verify.Expectation.accessToken;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaticMockTest {
  @RegisterExtension
  static final BroadcastMockExtension mock =
      BroadcastMockExtension.create(it -> it.patience(Duration.ofMillis(300)));

  @Test
  void seesWhatClientsSend() throws Exception {
    try (TestClient client = client()) {
      client.join("room-1");
      client.broadcast("room-1", "test", "2");
      client.broadcast("room-1", "test", "3");

      mock.verify(broadcast("test").on("room-1").times(2));
      mock.verify(join().on("realtime:room-1"));
      mock.verify(broadcast("test").with("{\"n\": 7}").overSocket().atLeast(1));
      mock.verify(broadcast("test").overRest().never());
      mock.verify(accessToken().never());
    }
  }

  @Test
  void saysWhatCameInsteadAndShowsNoKey() throws Exception {
    try (TestClient client = client()) {
      client.join("room-1");
      client.broadcast("room-1", "test", "2");

      assertThatThrownBy(() -> mock.verify(broadcast("test").on("room-2").times(2)))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith(
              "expected broadcast `test` on room-2 2 times, came never within 300 ms. All that came")
          .hasMessageContaining("socket 1 opened, version 2.0.0")
          .hasMessageContaining("socket 1 -> [\"11\",\"2\",\"realtime:room-1\",\"broadcast\"")
          .hasMessageNotContaining(mock.anonKey());
      assertThatThrownBy(() -> mock.verify(broadcast("test").never()))
          .hasMessageStartingWith("expected broadcast `test` never, came once. All that came");
    }
  }

  @Test
  void holdsAcks() throws Exception {
    try (TestClient client = client()) {
      client.join("room-1");
      mock.holdAcks();
      client.broadcast("room-1", "test", "2");
      client.send("[null,\"3\",\"phoenix\",\"heartbeat\",{}]");

      assertThat(client.next("phx_reply"))
          .isEqualTo("[null,\"3\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    }
  }

  @Test
  void repliesWithAnErrorOnce() throws Exception {
    try (TestClient client = client()) {
      mock.replyError("phx_join", "Unauthorized");
      client.send("[\"11\",\"1\",\"realtime:room-1\",\"phx_join\",{}]");

      assertThat(client.next("phx_reply")).contains("error").contains("Unauthorized");
      client.join("room-1");
    }
  }

  @Test
  void obeysLaterByItsOwnClock() throws Exception {
    try (TestClient client = client()) {
      mock.delay("phx_join", Duration.ofHours(1));
      client.send("[\"11\",\"1\",\"realtime:room-1\",\"phx_join\",{}]");
      mock.verify(join());
      assertThat(client.heardAnything()).isFalse();

      mock.advance(Duration.ofHours(1));

      assertThat(client.next("phx_reply")).contains("\"status\":\"ok\"");
    }
  }

  @Test
  void dropsConnections() {
    try (TestClient client = client()) {
      mock.dropConnection(1011);

      assertThat(client.end()).isEqualTo(1011);
    }
    try (TestClient client = client()) {
      mock.dropConnection(1006);

      assertThat(client.end()).isEqualTo(1006);
    }
  }

  @Test
  void isTheParameterToo(BroadcastMock parameter) {
    assertThat(parameter).isSameAs(mock.mock());
  }

  private static TestClient client() {
    return new TestClient(mock.url(), mock.anonKey());
  }
}
