package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names that nobody had before, and empty tapes; all of them are kept.
 *
 * @param nonce of the run
 */
record NewProps(String nonce, Archive archive, AtomicInteger playings, AtomicInteger twins)
    implements Props {

  static NewProps keptIn(Archive archive) {
    String nonce = Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX);
    return new NewProps(nonce, archive, new AtomicInteger(), new AtomicInteger());
  }

  @Override
  public Staged forPlaying(Playing playing, Calibration calibration) {
    Archive.Played played =
        new Archive.Played(
            playing,
            nonce + "-" + playings.incrementAndGet(),
            new Tape(System::nanoTime),
            Collections.synchronizedList(new ArrayList<>()));
    archive.keep(played);
    return new Staged(played.nonce(), played.tape(), played.noting(calibration));
  }

  @Override
  public Twins forTwins(Variant variant, Barrier barrier) {
    Twins set = new Twins(nonce + "-twin-" + twins.incrementAndGet(), new Tape(System::nanoTime));
    archive.keep(new Archive.Measured(variant, barrier, set.nonce(), set.tape()));
    return set;
  }
}
