package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;

/** What a conversation is begun with: its names, and its tape. */
interface Props {

  /** Those of the measuring of a barrier. */
  record Twins(String nonce, Tape tape) {}

  /** For a playing; with them goes what its barriers are worth. */
  Staged forPlaying(Playing playing, Calibration calibration);

  /** For the measuring of a barrier. */
  Twins forTwins(Variant variant, Barrier barrier);

  /** A playing that can begin. */
  record Staged(String nonce, Tape tape, Calibration calibration) {}
}
