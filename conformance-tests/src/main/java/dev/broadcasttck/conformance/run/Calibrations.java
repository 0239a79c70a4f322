package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.barrier.Twin;
import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run knows of its target's barriers. Each is measured once for each variant, when it is
 * first needed, one at a time.
 */
final class Calibrations {

  private record Key(Variant variant, Barrier barrier) {}

  /** Sets up a stage with the twin's actors on it. */
  @FunctionalInterface
  interface Stages {
    Stage set(Variant variant, Barrier barrier);
  }

  private final Optional<Stages> stages;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Lag> measured = new HashMap<>();
  private final Set<String> doubts = new LinkedHashSet<>();
  private volatile String doubt = "";

  Calibrations(Stages stages) {
    this.stages = Optional.of(stages);
  }

  private Calibrations() {
    this.stages = Optional.empty();
  }

  /** Measures nothing and believes in every barrier, so that a script is always played alike. */
  static Calibrations trusting() {
    return new Calibrations();
  }

  Calibration of(Variant variant) {
    return barrier -> lag(variant, barrier);
  }

  /** From now on no barrier is believed in that relies on an order which was not kept. */
  void doubtOrder(String why) {
    lock.lock();
    try {
      doubt = why;
      doubts.add(why);
    } finally {
      lock.unlock();
    }
  }

  /** Every reason that there ever was to doubt the order. */
  Set<String> doubts() {
    lock.lock();
    try {
      return Set.copyOf(doubts);
    } finally {
      lock.unlock();
    }
  }

  /** The latest of them; empty if there is none. */
  String doubt() {
    return doubt;
  }

  /** Why a barrier is no longer believed in; empty if it is. */
  String doubt(Barrier barrier) {
    return barrier.reliesOnOrder() ? doubt : "";
  }

  private Lag lag(Variant variant, Barrier barrier) throws InterruptedException {
    Lag lag =
        stages.isEmpty() ? Lag.SELF_EVIDENT : measure(stages.get(), new Key(variant, barrier));
    String why = doubt(barrier);
    return why.isEmpty() ? lag : lag.doubted(why);
  }

  private Lag measure(Stages anew, Key key) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Lag known = measured.get(key);
      if (known != null) {
        return known;
      }
      try (Stage stage = anew.set(key.variant(), key.barrier())) {
        Lag lag = new Twin(stage).measure(key.barrier());
        measured.put(key, lag);
        return lag;
      }
    } finally {
      lock.unlock();
    }
  }
}
