package dev.broadcasttck.examples;

import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.MockScript;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The mock without JUnit's help. */
class EmbeddedTest {
  private int connected;

  private void connect(URI url, String key) {
    Chat.chat(url, key);
    connected++;
  }

  @Test
  void itIsThereBetweenStartAndClose() {
    try (BroadcastMock mock = BroadcastMock.builder().start()) {
      connect(mock.url(), mock.anonKey());
    }
    assertThat(connected).isEqualTo(1);
  }

  @Test
  void itIsScripted() throws Exception {
    Function<List<Entry>, Optional<Integer>> question = entries -> Optional.of(entries.size());
    Duration budget = Duration.ofSeconds(5);
    try (BroadcastMock mock = BroadcastMock.builder().scripted().start()) {
      mock.script().hold(MockScript.pushes("phx_join", Optional.empty()));
      mock.script().dropConnection(1006);
      mock.script().journal().await(question, budget);
    }
  }

  @Test
  void itIsAsked() {
    try (BroadcastMock mock = BroadcastMock.builder().scripted().start()) {
      Chat.chat(mock.url(), mock.anonKey()).say("hello");

      mock.verify(broadcast("message").on("room-1").times(1));
    }
  }
}
