package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is in a tape: a reel that is being written, or one that was. */
interface Reel {
  Entry append(String actor, Happening what);

  List<Entry> entries();

  Duration elapsed();

  /** What is on it, up to the last look, and the looks. */
  Take take();

  <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget)
      throws InterruptedException;
}
