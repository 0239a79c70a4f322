package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * All conversations of a run, those behind no verdict of their own included: with them it can be
 * judged again. Entered by many threads.
 */
public final class Archive {

  /**
   * A playing.
   *
   * @param nonce of its names
   * @param doubts why barriers were not believed in, a line for each that was asked about, empty
   *     where it was believed in
   */
  public record Played(Playing playing, String nonce, Tape tape, List<String> doubts) {
    Calibration noting(Calibration calibration) {
      return barrier -> {
        Lag lag = calibration.lag(barrier);
        doubts.add(lag.doubt());
        return lag;
      };
    }
  }

  /** The measuring of a barrier. */
  public record Measured(Variant variant, Barrier barrier, String nonce, Tape tape) {}

  private final List<Played> playings = new ArrayList<>();
  private final List<Measured> measurings = new ArrayList<>();

  synchronized void keep(Played played) {
    playings.add(played);
  }

  synchronized void keep(Measured measured) {
    measurings.add(measured);
  }

  /** Each playing in the order of their beginnings; those tagged {@code smoke} come twice. */
  public synchronized List<Played> playings() {
    return List.copyOf(playings);
  }

  public synchronized List<Measured> measurings() {
    return List.copyOf(measurings);
  }
}
