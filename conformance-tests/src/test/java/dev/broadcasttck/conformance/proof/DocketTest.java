package dev.broadcasttck.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocketTest {
  private final Tape tape = new Tape(System::nanoTime);
  private final Docket docket = new Docket();

  @Test
  void ofSeveralLeaksTheFirstOnTheTapeIsTold() {
    enter("later", 30);
    enter("first", 10);
    Entry first = tape.append("alice", new StatusSaid("a", "first"));
    tape.append("alice", new StatusSaid("a", "later"));

    assertThat(docket.leak(tape.entries())).contains(first);
  }

  @Test
  void theLastForbiddenMessageIsTheLatestOfAll() {
    assertThat(docket.lastSent()).isZero();
    enter("a", 10);
    enter("b", 30);
    enter("c", 20);

    assertThat(docket.lastSent()).isEqualTo(Duration.ofMillis(30));
    assertThat(docket.negatives()).hasSize(3);
  }

  @Test
  void aWindowEndsAtOnceWithALeakAndElseAtItsEnd() throws InterruptedException {
    Duration length = Duration.ofMillis(40);
    Duration began = tape.elapsed();
    assertThat(QuietWindow.over(tape, it -> Optional.empty(), length)).isEmpty();
    assertThat(tape.elapsed().minus(began)).isGreaterThanOrEqualTo(length);

    Entry leak = tape.append("alice", new StatusSaid("a", "leak"));
    assertThat(QuietWindow.over(tape, it -> it.stream().findAny(), Duration.ofHours(1)))
        .contains(leak);
  }

  @Test
  void whereEventsMustBeSpacedLittleIsRepeated() {
    assertThat(Rigour.within(Quota.OWN)).isEqualTo(Rigour.DEFAULT);
    assertThat(Rigour.within(new Quota(1, 1, 1_000, 1))).isEqualTo(Rigour.DEFAULT);
    assertThat(Rigour.within(Quota.STRANGER)).isEqualTo(new Rigour(3, Rigour.DEFAULT.drain()));
  }

  private void enter(String status, int millis) {
    docket.enter(
        new Negative(
            new Location("some.yaml", 7, 1),
            Barrier.OWN_REPLY,
            Grade.A,
            "",
            1,
            Duration.ofMillis(millis),
            Duration.ZERO,
            Duration.ZERO),
        entries -> find(entries, status));
  }

  private static Optional<Entry> find(List<Entry> entries, String status) {
    return entries.stream()
        .filter(entry -> entry.what().equals(new StatusSaid("a", status)))
        .findFirst();
  }
}
