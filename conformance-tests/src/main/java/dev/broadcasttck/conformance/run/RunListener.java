package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;

/**
 * Whoever wants to see a run as it goes. Called by one thread at a time, but for {@link #started}.
 */
public interface RunListener {
  /** The run begins; {@code total} playings are to come, the first and last smoke included. */
  default void began(int total) {}

  /** A playing begins. The only call that comes from several threads at the same time. */
  default void started(Playing playing) {}

  void finished(Result result);
}
