package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Names and tapes of a run that is over, each handed out once. Used by one thread. */
final class KeptProps implements Props {
  private final Map<String, Queue<Archive.Played>> playings = new HashMap<>();
  private final List<Archive.Measured> measurings;

  KeptProps(List<Archive.Played> playings, List<Archive.Measured> measurings) {
    this.measurings = List.copyOf(measurings);
    for (Archive.Played played : playings) {
      this.playings.computeIfAbsent(played.playing().id(), id -> new ArrayDeque<>()).add(played);
    }
  }

  @Override
  public Staged forPlaying(Playing playing, Calibration calibration) {
    Queue<Archive.Played> kept = playings.getOrDefault(playing.id(), new ArrayDeque<>());
    Archive.Played played = kept.poll();
    if (played == null) {
      throw new MissingTrace("there is no trace of " + playing.id());
    }
    Iterator<String> doubts = played.doubts().iterator();
    return new Staged(
        played.nonce(),
        played.tape(),
        barrier -> calibration.lag(barrier).doubted(doubts.hasNext() ? doubts.next() : ""));
  }

  @Override
  public Twins forTwins(Variant variant, Barrier barrier) {
    return measurings.stream()
        .filter(it -> it.variant().equals(variant) && it.barrier() == barrier)
        .findFirst()
        .map(it -> new Twins(it.nonce(), it.tape()))
        .orElseThrow(
            () ->
                new MissingTrace(
                    "there is no trace of how '%s' was measured in %s"
                        .formatted(barrier, variant)));
  }
}
