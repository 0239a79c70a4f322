package dev.broadcasttck.conformance.barrier;

import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** That something does not happen. */
public interface Claim {
  /** The step that claims it. */
  Location where();

  /** The ways to a barrier, the strongest first. */
  List<Route> routes();

  /** What came although it must not. */
  Optional<Entry> leak(List<Entry> entries);

  /** A leak in words. */
  Broken broken(Entry leak);

  /**
   * Does again what must not lead to a leak, if that can be done.
   *
   * @return how often it was done, at most as often as asked for
   * @throws InterruptedException if the run is being ended
   */
  int repeat(int times) throws InterruptedException;

  /** How often it was done before it was to be proven. */
  default int alreadyDone() {
    return 1;
  }

  /** When that was done last, on the tape's clock. */
  Duration lastSent();

  /** Why a fixed window must do where no barrier can be had. */
  Optional<String> because();
}
