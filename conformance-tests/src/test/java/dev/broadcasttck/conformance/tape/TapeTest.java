package dev.broadcasttck.conformance.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = new Tape(System::nanoTime);

  @Test
  void aQuestionSeesWhatCameBeforeIt() throws InterruptedException {
    tape.append("alice", new StatusSaid("channel", "SUBSCRIBED"));

    assertThat(tape.await(TapeTest::firstStatus, Duration.ZERO)).contains("SUBSCRIBED");
  }

  @Test
  void aQuestionIsAnsweredAsSoonAsTheTapeHasGrown() throws InterruptedException {
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> tape.append("bob", new StatusSaid("channel", "TIMED_OUT")));

    assertThat(tape.await(TapeTest::firstStatus, Duration.ofSeconds(10))).contains("TIMED_OUT");
    writer.join();
    assertThat(tape.elapsed()).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void aQuestionWithoutAnAnswerSpendsItsBudget() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();

    Optional<String> answer =
        tape.await(
            entries -> {
              asked.incrementAndGet();
              return Optional.empty();
            },
            Duration.ofMillis(30));

    assertThat(answer).isEmpty();
    assertThat(tape.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    assertThat(asked).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void entriesAreNumberedInTheirOrder() {
    tape.append("alice", new StatusSaid("channel", "SUBSCRIBED"));
    tape.append("bob", new StatusSaid("channel", "CLOSED"));

    assertThat(tape.entries()).extracting(Entry::number).containsExactly(0, 1);
    assertThat(tape.entries()).extracting(Entry::actor).containsExactly("alice", "bob");
  }

  private static Optional<String> firstStatus(List<Entry> entries) {
    return entries.stream().map(entry -> ((StatusSaid) entry.what()).status()).findFirst();
  }
}
