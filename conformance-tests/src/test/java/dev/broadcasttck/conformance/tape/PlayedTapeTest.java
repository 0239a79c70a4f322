package dev.broadcasttck.conformance.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Happening.SocketOpened;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlayedTapeTest {
  private static final Duration BUDGET = Duration.ofMillis(40);

  /** What is said is the script's, what opens is not. */
  private static final Script SCRIPT =
      new Script() {
        @Override
        public boolean writes(Happening what) {
          return what instanceof StatusSaid;
        }

        @Override
        public boolean isLike(Happening then, Happening now) {
          return then.equals(now);
        }
      };

  private final AtomicLong clock = new AtomicLong();

  @Test
  void eachLookSeesWhatItSawWhenTheTapeWasWritten() throws InterruptedException {
    Tape tape = new Tape(() -> clock.addAndGet(7));
    int before = play(tape);
    tape.append("bob", new SocketOpened("socket-2"));

    Tape again = Tape.played(tape.take(), SCRIPT);

    assertThat(play(again)).isEqualTo(before);
    assertThat(again.contradiction()).isEmpty();
  }

  private static int play(Tape tape) throws InterruptedException {
    int before = tape.entries().size();
    tape.append("alice", new StatusSaid("room", "SUBSCRIBED"));
    tape.await(entries -> entries.stream().findFirst(), BUDGET);
    return before;
  }

  @Test
  void whatTheScriptWritesHasToStandThere() {
    Tape full = written(List.of(said("CLOSED")), new Glance(1, BUDGET));

    full.append("alice", new StatusSaid("room", "SUBSCRIBED"));
    full.elapsed();

    assertThat(full.contradiction()).get().asString().contains("where the trace has alice's");
  }

  @Test
  void whatTheScriptHasNotWrittenYetCannotBeSeen() {
    Tape full = written(List.of(said("CLOSED")), new Glance(1, BUDGET));

    full.elapsed();

    assertThat(full.contradiction()).get().asString().contains("before the script");
  }

  @Test
  void aWaitThatFindsNothingHasToLastItsBudget() throws InterruptedException {
    Glance soon = new Glance(0, BUDGET.minusNanos(1));
    Tape full = written(List.of(), new Glance(0, Duration.ZERO), soon);

    full.await(entries -> Optional.empty(), BUDGET);

    assertThat(full.contradiction()).get().asString().contains("gives up after 39 ms");
  }

  @Test
  void everyLookHasToBeTaken() {
    assertThat(written(List.of(), new Glance(0, BUDGET)).contradiction())
        .get()
        .asString()
        .contains("looked at more often");
    Tape unseen = written(List.of());
    unseen.elapsed();
    assertThat(unseen.contradiction()).get().asString().contains("more often than it was looked");
  }

  @Test
  void aLookSeesNeitherMoreNorLessThanWasWrittenByThen() {
    Entry line = said("CLOSED");

    assertThat(new Take(List.of(line), List.of(new Glance(1, Duration.ZERO))).flaw()).isPresent();
    assertThat(new Take(List.of(line), List.of(new Glance(0, BUDGET))).flaw()).isPresent();
    assertThat(new Take(List.of(line), List.of()).flaw()).isPresent();
    assertThat(new Take(List.of(line), List.of(new Glance(1, BUDGET))).flaw()).isEmpty();
  }

  private static Entry said(String status) {
    return new Entry(0, Duration.ofMillis(3), "alice", new StatusSaid("room", status));
  }

  private static Tape written(List<Entry> entries, Glance... glances) {
    return Tape.played(new Take(entries, List.of(glances)), SCRIPT);
  }
}
