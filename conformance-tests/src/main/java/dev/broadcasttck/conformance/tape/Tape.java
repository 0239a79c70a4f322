package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Everything that happened in one playing of a scenario, in one order, on all its sockets and in
 * all its clients. Only ever appended to.
 *
 * <p>Any thread may write. Whoever waits asks the tape a question, which sees all that came before
 * the question too, so nothing can be missed between two waits. The looks that the script takes are
 * remembered, so that a tape that is full can be played again ({@link #played}).
 */
public final class Tape {
  private final Reel reel;

  public Tape(LongSupplier nanoClock) {
    this(new LiveReel(nanoClock));
  }

  private Tape(Reel reel) {
    this.reel = reel;
  }

  /** A tape that is full already; only one thread may use it. */
  public static Tape played(Take take, Script script) {
    return new Tape(new PlayedReel(take, script));
  }

  /** The time since the tape began. */
  public Duration elapsed() {
    return reel.elapsed();
  }

  /** Writes a line, and wakes those who wait. */
  public Entry append(String actor, Happening what) {
    return reel.append(actor, what);
  }

  /** All lines so far. */
  public List<Entry> entries() {
    return reel.entries();
  }

  /**
   * Asks a question until it has an answer: at once, and again whenever the tape has grown.
   *
   * @param question gets all lines so far
   * @param budget how long to go on asking; spent only where no answer comes
   * @return the answer, or empty where the budget ran out
   * @throws InterruptedException if the run is being ended
   */
  public <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException {
    return reel.await(question, budget);
  }

  /** The same by somebody who only watches: no part of the script, and not remembered. */
  public <T> Optional<T> watch(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException {
    return reel instanceof LiveReel live ? live.watch(question, budget) : Optional.empty();
  }

  /** The time since the tape began, for somebody who only watches. */
  public Duration age() {
    return reel instanceof LiveReel live ? live.age() : Duration.ZERO;
  }

  /** What is on it, up to the last look, and the looks. */
  public Take take() {
    return reel.take();
  }

  /** Why a script cannot have been played so; empty if it can, and where the tape is not full. */
  public Optional<String> contradiction() {
    return reel instanceof PlayedReel played ? played.contradiction() : Optional.empty();
  }
}
