package dev.broadcasttck.mock.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Retention;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a critic keeps pace with a server that has much to do. */
class GalleryTest {
  private static final Request REQUEST =
      new Request("GET", "/", Map.of(), Map.of(), Bytes.utf8(""));
  private static final int LINES = 100_000;
  private static final int A_PAGE = 500;
  private static final Duration PACE = Duration.ofMillis(10);

  private final Journal journal = new Journal(Clock.systemUTC(), Retention.RECENT);
  private final Script script =
      new Script(journal, new Timeline(new MovableClock(Clock.systemUTC()), delay -> {}));
  private final Reader reader = new Reader();
  private final Gallery gallery = Gallery.open(journal, () -> reader);

  @BeforeEach
  void waitForTheCritic() {
    await().until(() -> !gallery.notes().chapters().isEmpty() && isAtRest());
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  @Test
  void onABusyServerItReadsAPageNowAndThen() {
    long began = System.nanoTime();
    happen(LINES);
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    await().until(GalleryTest::isAtRest);
    long turns = took.dividedBy(PACE) + 2;
    assertThat(reader.read.get()).isPositive().isLessThanOrEqualTo((int) turns * A_PAGE);
  }

  @Test
  void whoeverAsksHasItReadOnToTheEnd() {
    happen(LINES);

    await().until(() -> gallery.notes().read() == LINES);
    assertThat(gallery.notes().findings()).hasSizeLessThan(LINES);
    assertThat(reader.read.get() + gallery.notes().missed()).isEqualTo(LINES);
  }

  @Test
  void itIsToldWhereItLostTheThread() {
    happen(LINES);

    await().until(() -> gallery.notes().read() == LINES);
    assertThat(gallery.notes().missed()).isPositive();
    assertThat(reader.lost.get()).isPositive();
  }

  @Test
  void onAQuietServerNothingIsMissed() {
    happen(A_PAGE);

    await().until(() -> gallery.notes().read() == A_PAGE);
    assertThat(gallery.notes().missed()).isZero();
    assertThat(gallery.notes().findings())
        .extracting(Gallery.Finding::entry)
        .startsWith(0, 1, 2)
        .hasSize(A_PAGE);
  }

  private void happen(int lines) {
    for (int i = 0; i < lines; i++) {
      script.asked(REQUEST);
    }
  }

  /** Whether it waits for somebody to call it. */
  private static boolean isAtRest() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("broadcast-mock-critic"))
        .allMatch(thread -> thread.getState() == Thread.State.WAITING);
  }

  /** Remarks something of every line. */
  private static final class Reader implements Critic {
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    @Override
    public List<Remark> read(Entry entry, Duration at) {
      read.incrementAndGet();
      return List.of(new Remark("SELF-1", "MUST", List.of("server"), "a rule", "this", "that"));
    }

    @Override
    public void loseThread() {
      lost.incrementAndGet();
    }

    @Override
    public List<Chapter> chapters() {
      return List.of(new Chapter("self", 1, 1, 1, 1));
    }
  }
}
