package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VigilsTest {
  private static final Location WHERE = new Location("some.yaml", 7, 1);
  private static final StatusSaid LEAK = new StatusSaid("leak", "leaked");

  private final List<Result> ended = new ArrayList<>();
  private final Tape tape = new Tape(System::nanoTime);

  @Test
  void theOldestIsGivenUpWhereTheQuotaHasNoRoomForMore() throws InterruptedException {
    Vigils vigils = new Vigils(3);

    vigils.keep(vigil("first"), ended::add);
    assertThat(ended).isEmpty();
    vigils.keep(vigil("second"), ended::add);
    assertThat(ids()).containsExactly("first");
    vigils.drain(Duration.ZERO, ended::add);

    assertThat(ids()).containsExactly("first", "second");
  }

  @Test
  void aDrainLastsFromTheLastForbiddenMessage() throws InterruptedException {
    Vigils vigils = new Vigils(9);
    vigils.keep(vigil("only"), ended::add);

    Duration drained = vigils.drain(Duration.ofMillis(60), ended::add);

    assertThat(drained).isPositive();
    assertThat(tape.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }

  @Test
  void aLateArrivalTurnsTheVerdictAndBothTimesAreTold() throws InterruptedException {
    Vigils vigils = new Vigils(9);
    vigils.keep(vigil("late"), ended::add);
    tape.append("server", LEAK);

    vigils.drain(Duration.ofSeconds(5), ended::add);

    assertThat(ended.get(0).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(ended.get(0).findings().get(0).actual())
        .matches("it came; the verdict was passed at 0\\.003 s, this came at 0\\.\\d{3} s");
    assertThat(tape.elapsed()).as("a leak ends the wait").isLessThan(Duration.ofSeconds(4));
  }

  private List<String> ids() {
    return ended.stream().map(result -> result.scenario().id()).toList();
  }

  /** Of a playing with two actors. */
  private Vigil vigil(String id) {
    Result passed = Playings.result(Playings.withActors(id, 2), Verdict.PASSED);
    Watched cast = new Watched();
    return new Vigil(passed, cast, tape, () -> cast.judge(passed));
  }

  private final class Watched implements Cast {
    private final Docket docket = new Docket();

    private Watched() {
      Negative negative =
          new Negative(
              WHERE,
              Barrier.WITNESS,
              Grade.A,
              "",
              1,
              Duration.ZERO,
              Duration.ofMillis(1),
              Duration.ZERO);
      docket.enter(negative, Watched::leak);
    }

    private static Optional<Entry> leak(List<Entry> entries) {
      return entries.stream().filter(entry -> entry.what().equals(LEAK)).findFirst();
    }

    Result judge(Result passed) {
      Result now =
          new Result(
              passed.scenario(),
              passed.variant(),
              passed.level(),
              passed.verdict(),
              tape.elapsed(),
              List.of(),
              List.of(),
              docket.negatives(),
              tape.entries());
      return leak(tape.entries()).isEmpty()
          ? now
          : now.but(Verdict.FAILED, List.of(new Finding(WHERE, "nothing comes", "it came")));
    }

    @Override
    public Reaction play(Step step) {
      throw new AssertionError("it is over");
    }

    @Override
    public Docket docket() {
      return docket;
    }

    @Override
    public Stream<Supplier<Reaction>> lookBack() {
      return Stream.empty();
    }

    @Override
    public void rest() {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
