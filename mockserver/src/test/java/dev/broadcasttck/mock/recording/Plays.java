package dev.broadcasttck.mock.recording;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the mock plays each recording: once, since every judgement is on the same play. */
final class Plays {
  private static final Duration MUST_COME = Duration.ofSeconds(5);
  private static final Duration WILL_NOT_COME = Duration.ofMillis(500);
  private static final Map<String, Performance> PLAYED = new ConcurrentHashMap<>();

  private Plays() {}

  static Performance of(Recording recording) {
    return PLAYED.computeIfAbsent(recording.name(), name -> play(recording));
  }

  private static Performance play(Recording recording) {
    try {
      boolean differs = recording.script().reasonToDiffer().isPresent();
      return Stage.play(recording, differs ? WILL_NOT_COME : MUST_COME);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a play", e);
    }
  }
}
