package dev.broadcasttck.mock.recording;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the mock plays each recording: once, since every judgement is on the same play. */
final class Plays {
  private static final Duration MUST_COME = Duration.ofSeconds(5);
  private static final Map<String, Performance> PLAYED = new ConcurrentHashMap<>();

  private Plays() {}

  static Performance of(Recording recording) {
    return PLAYED.computeIfAbsent(recording.name(), name -> play(recording));
  }

  private static Performance play(Recording recording) {
    try {
      return Stage.play(recording, MUST_COME);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a play", e);
    }
  }
}
