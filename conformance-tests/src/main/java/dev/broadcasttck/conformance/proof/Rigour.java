package dev.broadcasttck.conformance.proof;

import dev.broadcasttck.conformance.endpoint.Quota;
import java.time.Duration;

/**
 * How hard a run tries to see what must not happen.
 *
 * @param repetitions how often a forbidden message is sent where a barrier makes that cheap
 * @param drain how long sockets are watched after the last forbidden message of the run
 */
public record Rigour(int repetitions, Duration drain) {
  public static final Rigour DEFAULT = new Rigour(20, Duration.ofSeconds(2));

  /** Where events must be spaced, each repetition is paid for in seconds. */
  private static final Rigour THRIFTY = new Rigour(3, DEFAULT.drain());

  private static final int PLENTY = 1_000;

  /** For a certificate. */
  public static final int CERTIFYING = 200;

  /** What a quota makes cheap. */
  public static Rigour within(Quota quota) {
    return quota.eventsPerSecond() < PLENTY ? THRIFTY : DEFAULT;
  }
}
