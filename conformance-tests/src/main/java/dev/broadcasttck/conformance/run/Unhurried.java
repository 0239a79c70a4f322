package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.stage.Pace;

/** Holds nobody back: nothing is sent to anybody. */
record Unhurried() implements Pace {
  @Override
  public void beforeJoin() {}

  @Override
  public void beforeBroadcast(int members) {}
}
