package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;

/** Whoever wants to see a run as it goes. Called by one thread at a time. */
public interface RunListener {
  /** The run begins; {@code total} playings are to come, the first and last smoke included. */
  void began(int total);

  void finished(Result result);
}
