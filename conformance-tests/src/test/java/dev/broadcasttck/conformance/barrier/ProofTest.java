package dev.broadcasttck.conformance.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final Lag SOUND = new Lag(20, 0, Duration.ZERO, "");
  private static final Lag WEAK = new Lag(20, 3, Duration.ofMillis(7), "");
  private static final Duration LAST_SENT = Duration.ofMillis(3);
  private static final Unproven NEVER_CAME = new Unproven("a barrier", "it never came");
  private static final StatusSaid LEAK = new StatusSaid("leak", "leaked");

  private final Tape tape = new Tape(System::nanoTime);
  private final Docket docket = new Docket();
  private final Map<Barrier, Lag> lags = new EnumMap<>(Barrier.class);

  @Test
  void theStrongestSoundBarrierIsTaken() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, WEAK);
    lags.put(Barrier.WITNESS, SOUND);
    lags.put(Barrier.SAME_SENDER, SOUND);
    Something claim = new Something(Barrier.OWN_REPLY, Barrier.WITNESS, Barrier.SAME_SENDER);

    assertThat(prove(claim)).isEqualTo(Reaction.HELD);
    assertThat(claim.crossed).containsOnly(Barrier.WITNESS);
    assertThat(graded().grade()).isEqualTo(Grade.A);
  }

  @Test
  void behindASoundBarrierItIsTriedAsOftenAsAskedFor() throws InterruptedException {
    lags.put(Barrier.SAME_SENDER, SOUND);
    Something claim = new Something(Barrier.SAME_SENDER);

    prove(claim);

    assertThat(claim.crossed).hasSize(2);
    assertThat(graded().sent()).isEqualTo(4);
    assertThat(graded().inWords())
        .startsWith("0 of 4 leaked, grade B: a sentinel by the same sender; watched for");
  }

  @Test
  void aLeakOfARepetitionIsALeak() throws InterruptedException {
    lags.put(Barrier.SAME_SENDER, SOUND);
    Something claim = new Something(Barrier.SAME_SENDER);
    claim.onRepeat = () -> tape.append("server", LEAK);

    assertThat(prove(claim)).isInstanceOf(Broken.class);
  }

  @Test
  void withoutASoundBarrierAMeasuredWindowFollows() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, WEAK);
    Something claim = new Something(Barrier.OWN_REPLY);

    assertThat(prove(claim)).isEqualTo(Reaction.HELD);
    assertThat(graded().grade()).isEqualTo(Grade.C);
    assertThat(graded().cost()).isGreaterThanOrEqualTo(WEAK.window());
    assertThat(graded().because())
        .isEqualTo(
            "the server's reply to it is no barrier here: it overtook 3 of 20 legal messages, by up"
                + " to 7 ms; then quiet for 71 ms");
  }

  @Test
  void whatNobodyMeasuredProvesNothing() throws InterruptedException {
    Something claim = new Something(Barrier.OWN_REPLY);

    assertThat(prove(claim))
        .isEqualTo(
            new Unproven(
                "a barrier that this target keeps",
                "the server's reply to it: a legal message of its kind never came with it on this"
                    + " target"));
    assertThat(docket.negatives()).isEmpty();
  }

  @Test
  void aFixedWindowNeedsAReason() throws InterruptedException {
    Something claim = new Something();
    claim.because = Optional.of("only time can tell");

    assertThat(prove(claim)).isEqualTo(Reaction.HELD);
    assertThat(graded().grade()).isEqualTo(Grade.D);
    assertThat(graded().because()).isEqualTo("only time can tell");
  }

  @Test
  void whatCameBeforeIsNotWaitedFor() throws InterruptedException {
    tape.append("server", LEAK);
    Something claim = new Something(Barrier.OWN_REPLY);

    assertThat(prove(claim)).isInstanceOf(Broken.class);
    assertThat(claim.crossed).isEmpty();
  }

  @Test
  void aBarrierThatNeverComesProvesNothing() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, SOUND);
    lags.put(Barrier.WITNESS, WEAK);
    for (Barrier barrier : List.of(Barrier.OWN_REPLY, Barrier.WITNESS)) {
      Something claim = new Something(barrier);
      claim.crossing = () -> NEVER_CAME;

      assertThat(prove(claim)).isEqualTo(NEVER_CAME);
      assertThat(claim.repeated).isZero();
    }
    assertThat(docket.negatives()).isEmpty();
  }

  @Test
  void aLeakBeforeTheBarrierCounts() throws InterruptedException {
    leaksBefore(Reaction.HELD);
  }

  @Test
  void aLeakCountsAlsoWhereTheBarrierDoesNotCome() throws InterruptedException {
    leaksBefore(NEVER_CAME);
  }

  private void leaksBefore(Reaction crossed) throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, SOUND);
    Something claim = new Something(Barrier.OWN_REPLY);
    claim.crossing = () -> leakAnd(crossed);

    assertThat(prove(claim)).isInstanceOf(Broken.class);
    assertThat(claim.crossed).containsExactly(Barrier.OWN_REPLY);
  }

  private Reaction leakAnd(Reaction crossed) {
    tape.append("server", LEAK);
    return crossed;
  }

  @Test
  void aBarrierThatComesOnlyOnceProvesNothingOfTheRepetitions() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, SOUND);
    Something claim = new Something(Barrier.OWN_REPLY);
    claim.crossing = () -> claim.repeated == 0 ? Reaction.HELD : NEVER_CAME;

    assertThat(prove(claim)).isEqualTo(NEVER_CAME);
  }

  @Test
  void whatCannotBeRepeatedIsTriedOnce() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, SOUND);
    Something claim = new Something(Barrier.OWN_REPLY);
    claim.possible = 0;

    assertThat(prove(claim)).isEqualTo(Reaction.HELD);
    assertThat(claim.crossed).hasSize(1);
    assertThat(graded().sent()).isEqualTo(1);
  }

  @Test
  void aLeakInAWindowIsALeak() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, WEAK);
    Something claim = new Something(Barrier.OWN_REPLY);
    claim.leaksWhenLookedAt = 4;

    assertThat(prove(claim)).isInstanceOf(Broken.class);
    assertThat(docket.negatives()).isEmpty();
  }

  @Test
  void aLeakInAFixedWindowIsALeak() throws InterruptedException {
    Something claim = new Something();
    claim.because = Optional.of("only time can tell");
    claim.leaksWhenLookedAt = 2;

    assertThat(prove(claim)).isInstanceOf(Broken.class);
    assertThat(docket.negatives()).isEmpty();
  }

  @Test
  void withoutARouteNobodyCanSendWhatWouldFollow() throws InterruptedException {
    assertThat(prove(new Something()))
        .isEqualTo(
            new Unproven(
                "a barrier that this target keeps", "no client can send what would follow it"));
  }

  @Test
  void ofWeakBarriersTheStrongestIsWaitedBehind() throws InterruptedException {
    lags.put(Barrier.WITNESS, WEAK);
    lags.put(Barrier.SAME_SENDER, WEAK);
    Something claim = new Something(Barrier.OWN_REPLY, Barrier.WITNESS, Barrier.SAME_SENDER);

    prove(claim);

    assertThat(claim.crossed).containsOnly(Barrier.WITNESS);
    assertThat(graded().sent()).isEqualTo(4);
    assertThat(graded().lastSent()).isEqualTo(LAST_SENT);
  }

  @Test
  void theDocketSeesWhatComesLater() throws InterruptedException {
    lags.put(Barrier.OWN_REPLY, SOUND);
    prove(new Something(Barrier.OWN_REPLY));
    assertThat(docket.leak(tape.entries())).isEmpty();

    Entry late = tape.append("server", LEAK);

    assertThat(docket.leak(tape.entries())).contains(late);
  }

  private Reaction prove(Claim claim) throws InterruptedException {
    return new Proof(
            tape,
            barrier -> lags.getOrDefault(barrier, Lag.UNKNOWN),
            new Rigour(4, Duration.ZERO),
            docket)
        .of(claim);
  }

  private Negative graded() {
    assertThat(docket.negatives()).hasSize(1);
    return docket.negatives().get(0);
  }

  /** That no line of the tape says {@code leaked}. */
  private static final class Something implements Claim {
    private final List<Barrier> open;
    private final List<Barrier> crossed = new ArrayList<>();
    private Runnable onRepeat = () -> {};
    private Supplier<Reaction> crossing = () -> Reaction.HELD;
    private int possible = Integer.MAX_VALUE;
    private int repeated;
    private int looks;
    private int leaksWhenLookedAt = -1;
    private Optional<String> because = Optional.empty();

    private Something(Barrier... open) {
      this.open = List.of(open);
    }

    @Override
    public Location where() {
      return new Location("some.yaml", 7, 1);
    }

    @Override
    public List<Route> routes() {
      return open.stream().map(it -> new Route(it, () -> cross(it))).toList();
    }

    private Reaction cross(Barrier barrier) {
      crossed.add(barrier);
      return crossing.get();
    }

    @Override
    public Optional<Entry> leak(List<Entry> entries) {
      if (++looks == leaksWhenLookedAt) {
        return Optional.of(new Entry(0, Duration.ZERO, "server", LEAK));
      }
      return entries.stream().filter(entry -> entry.what().equals(LEAK)).findFirst();
    }

    @Override
    public Broken broken(Entry leak) {
      return new Broken("nothing leaks", leak.what().toString());
    }

    @Override
    public int repeat(int times) {
      onRepeat.run();
      repeated = Math.min(times, possible);
      return repeated;
    }

    @Override
    public Duration lastSent() {
      return LAST_SENT;
    }

    @Override
    public Optional<String> because() {
      return because;
    }
  }
}
