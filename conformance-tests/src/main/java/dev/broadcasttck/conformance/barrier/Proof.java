package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.proof.QuietWindow;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows that something does not happen, by the strongest barrier that this target keeps: one that
 * was seen to come after a legal message of the same kind, each time. Where none does, a quiet
 * window follows the barrier; where there is none, the scenario must say why a fixed one will do.
 */
public final class Proof {
  private final Tape tape;
  private final Calibration calibration;
  private final Rigour rigour;
  private final Docket docket;

  public Proof(Tape tape, Calibration calibration, Rigour rigour, Docket docket) {
    this.tape = tape;
    this.calibration = calibration;
    this.rigour = rigour;
    this.docket = docket;
  }

  /** For what clients are to hear, or to do. */
  public static Proof on(Stage stage) {
    return new Proof(stage.tape(), stage.calibration(), stage.rigour(), stage.docket());
  }

  /**
   * Proves a claim, and enters it in the docket.
   *
   * @throws InterruptedException if the run is being ended
   */
  public Reaction of(Claim claim) throws InterruptedException {
    Optional<Broken> early = leak(claim);
    if (early.isPresent()) {
      return early.get();
    }
    Optional<Route> measured = Optional.empty();
    for (Route route : claim.routes()) {
      Lag lag = calibration.lag(route.barrier());
      if (lag.isSound()) {
        return behind(route, claim);
      }
      if (measured.isEmpty() && lag.isMeasured()) {
        measured = Optional.of(route);
      }
    }
    return measured.isPresent() ? afterQuiet(measured.get(), claim) : afterFixedWindow(claim);
  }

  /** Grades A and B: once with the message that the script sent, then with copies of it. */
  private Reaction behind(Route route, Claim claim) throws InterruptedException {
    Duration began = tape.elapsed();
    Reaction crossed = route.crossing().cross();
    Duration cost = tape.elapsed().minus(began);
    Optional<Broken> leak = leak(claim);
    if (leak.isPresent() || !(crossed instanceof Held)) {
      return leak.<Reaction>map(it -> it).orElse(crossed);
    }
    int again = claim.repeat(rigour.repetitions() - 1);
    if (again > 0) {
      crossed = route.crossing().cross();
      leak = leak(claim);
      if (leak.isPresent() || !(crossed instanceof Held)) {
        return leak.<Reaction>map(it -> it).orElse(crossed);
      }
    }
    return held(
        claim, route.barrier(), route.barrier().grade(), "", claim.alreadyDone() + again, cost);
  }

  /** Grade C. */
  private Reaction afterQuiet(Route route, Claim claim) throws InterruptedException {
    Duration began = tape.elapsed();
    Reaction crossed = route.crossing().cross();
    if (!(crossed instanceof Held)) {
      return crossed;
    }
    Lag lag = calibration.lag(route.barrier());
    Optional<Entry> leak = QuietWindow.over(tape, claim::leak, lag.window());
    if (leak.isPresent()) {
      return claim.broken(leak.get());
    }
    String why =
        "%s is no barrier here: %s; then quiet for %d ms"
            .formatted(route.barrier(), lag.weakness(), lag.window().toMillis());
    return held(claim, Barrier.WINDOW, Grade.C, why, 1, tape.elapsed().minus(began));
  }

  /** Grade D. */
  private Reaction afterFixedWindow(Claim claim) throws InterruptedException {
    if (claim.because().isEmpty()) {
      return new Unproven(
          "a barrier that this target keeps",
          claim.routes().isEmpty()
              ? "no client can send what would follow it"
              : claim.routes().get(0).barrier()
                  + ": "
                  + calibration.lag(claim.routes().get(0).barrier()).weakness());
    }
    Duration began = tape.elapsed();
    Optional<Entry> leak = QuietWindow.over(tape, claim::leak, QuietWindow.FIXED);
    return leak.isPresent()
        ? claim.broken(leak.get())
        : held(
            claim, Barrier.WINDOW, Grade.D, claim.because().get(), 1, tape.elapsed().minus(began));
  }

  private Optional<Broken> leak(Claim claim) {
    return claim.leak(tape.entries()).map(claim::broken);
  }

  private Reaction held(
      Claim claim, Barrier barrier, Grade grade, String why, int sent, Duration cost) {
    docket.enter(
        new Negative(
            claim.where(), barrier, grade, why, sent, claim.lastSent(), cost, Duration.ZERO),
        claim::leak);
    return Reaction.HELD;
  }
}
