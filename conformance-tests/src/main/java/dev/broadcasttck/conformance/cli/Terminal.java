package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.report.Screen;

/** What the launcher found out about the terminal, which Java cannot see on all versions. */
final class Terminal {
  private Terminal() {}

  static Screen.Traits traits() {
    return Screen.Traits.of(
        Boolean.getBoolean("tck.terminal"), Integer.getInteger("tck.columns", 0), System.getenv());
  }
}
