package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastMockTest {
  private final BroadcastMock mock = BroadcastMock.builder().start();

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void aSocketOfVersion1JoinsAndHearsWhatVersion2Broadcasts() throws Exception {
    try (var one = Sockets.version1(mock);
        var two = Sockets.version2(mock)) {
      one.send(
          "{\"topic\":\"realtime:room\",\"event\":\"phx_join\",\"payload\":{\"config\":{}},\"ref\":\"1\",\"join_ref\":\"11\"}");
      assertThat(one.next())
          .isEqualTo(
              "{\"ref\":\"1\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"ok\",\"response\":{\"postgres_changes\":[]}},\"topic\":\"realtime:room\"}");
      two.send(
          "[\"12\",\"2\",\"realtime:room\",\"phx_join\",{\"config\":{\"broadcast\":{\"ack\":true}}}]");
      assertThat(two.next())
          .isEqualTo(
              "[\"12\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{\"postgres_changes\":[]}}]");
      two.send(
          "[\"12\",\"3\",\"realtime:room\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"test\",\"payload\":{\"n\":1.10}}]");
      assertThat(one.next())
          .isEqualTo(
              "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{\"type\":\"broadcast\",\"event\":\"test\",\"payload\":{\"n\":1.10}},\"topic\":\"realtime:room\"}");
      assertThat(two.next())
          .isEqualTo(
              "[\"12\",\"3\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedWithASentence() {
    assertThatThrownBy(() -> BroadcastMock.builder().port(mock.port()).start())
        .isInstanceOf(PortTaken.class)
        .hasMessage("Port " + mock.port() + " is taken: another program listens there.");
  }

  @Test
  void closingTellsTheSocketsAndEndsEveryThread() {
    try (var socket = Sockets.version1(mock)) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      assertThat(before).anyMatch(BroadcastMockTest::isOurs);
      mock.close();
      assertThat(socket.closeCode()).isEqualTo(1012);
      // The loop says that it has terminated a moment before its thread is gone.
      await()
          .untilAsserted(
              () ->
                  assertThat(Thread.getAllStackTraces().keySet())
                      .noneMatch(BroadcastMockTest::isOurs));
    }
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("broadcast-mock");
  }

  @Test
  void aKeyThatIsMissingOrAFramingThatNobodyKnowsIsRefused() {
    assertThat(TestSocket.refusal(mock.socketUrl())).isEqualTo(401);
    assertThat(TestSocket.refusal(Sockets.address(mock, "3.0.0"))).isEqualTo(403);
  }

  @Test
  void thePortIsFreeAsSoonAsItIsClosed() {
    int port;
    try (BroadcastMock first = BroadcastMock.builder().start()) {
      port = first.port();
    }
    for (int round = 0; round < 20; round++) {
      try (BroadcastMock next = BroadcastMock.builder().port(port).start()) {
        assertThat(next.port()).isEqualTo(port);
      }
    }
  }
}
