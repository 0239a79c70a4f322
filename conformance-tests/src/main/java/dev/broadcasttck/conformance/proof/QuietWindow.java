package dev.broadcasttck.conformance.proof;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Tape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only wait of the suite that is meant to run out: for what must not come, where no barrier can
 * be had (grades C and D), and once at the end of a run for what comes late.
 */
public final class QuietWindow {
  /** The length of a window of grade D. */
  public static final Duration FIXED = Duration.ofSeconds(1);

  private QuietWindow() {}

  /**
   * Watches a tape.
   *
   * @param leak finds what must not come
   * @return what came all the same, at once
   */
  public static Optional<Entry> over(
      Tape tape, Function<List<Entry>, Optional<Entry>> leak, Duration length)
      throws InterruptedException {
    return tape.await(leak, length);
  }
}
