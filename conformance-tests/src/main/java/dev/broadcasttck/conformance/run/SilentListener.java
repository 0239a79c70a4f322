package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Result;

/** Nobody who listens. */
public final class SilentListener implements RunListener {
  @Override
  public void finished(Result result) {}
}
