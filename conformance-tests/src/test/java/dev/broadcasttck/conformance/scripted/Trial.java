package dev.broadcasttck.conformance.scripted;

import java.util.Set;

/**
 * A script that a right client passes.
 *
 * @param catches the wrong ones that it must be failed by
 */
record Trial(String name, Script script, Set<Misbehaviour> catches) {
  /** What is done to a client, and what is expected of it. */
  @FunctionalInterface
  interface Script {
    void on(Bench bench) throws Exception;
  }

  static Trial of(String name, Script script, Misbehaviour... catches) {
    return new Trial(name, script, Set.of(catches));
  }

  @Override
  public String toString() {
    return name;
  }
}
