package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManySocketsTest {
  private static final int MORE_THAN_OKHTTP_ALLOWS_BY_DEFAULT = 70;

  @Test
  void noSocketWaitsForAnotherToEnd() throws Exception {
    try (Stage stage = new Stage()) {
      IntStream.range(0, MORE_THAN_OKHTTP_ALLOWS_BY_DEFAULT)
          .forEach(n -> stage.client().channel("c" + n, "room", Stage.PLAIN).subscribe());

      for (int n = 0; n < MORE_THAN_OKHTTP_ALLOWS_BY_DEFAULT; n++) {
        assertThat(stage.server.accept().next()).contains("phx_join");
      }
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    Set<Thread> ofOthers = threads();
    try (Stage stage = new Stage()) {
      stage.joined(stage.client().channel("a", "room", Stage.PLAIN));
      assertThat(newThreads(ofOthers)).isNotEmpty();
    }

    // A thread that was told to end is still there for a moment.
    await().untilAsserted(() -> assertThat(newThreads(ofOthers)).isEmpty());
  }

  private static Set<Thread> newThreads(Set<Thread> old) {
    Set<Thread> threads = threads();
    threads.removeAll(old);
    return threads;
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tck-"))
        .collect(Collectors.toSet());
  }
}
