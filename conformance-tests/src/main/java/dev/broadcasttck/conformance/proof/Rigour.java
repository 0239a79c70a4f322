package dev.broadcasttck.conformance.proof;

import java.time.Duration;

/**
 * How hard a run tries to see what must not happen.
 *
 * @param repetitions how often a forbidden message is sent where a barrier makes that cheap
 * @param drain how long sockets are watched after the last forbidden message of the run
 */
public record Rigour(int repetitions, Duration drain) {
  public static final Rigour DEFAULT = new Rigour(20, Duration.ofSeconds(2));

  /** For a certificate. */
  public static final int CERTIFYING = 200;
}
