package dev.broadcasttck.spec.rule;

/** How much a rule binds. */
public enum Level {
  /** Promised by the public documentation. */
  MUST,
  /** Done by the real server, and relied upon by clients. */
  SHOULD,
  /** Allowed, and worth knowing. */
  MAY,
  /** What one implementation happens to do; doing otherwise is never held against anyone. */
  OBSERVED;

  /** Whether breaking a rule of this level makes the subject of a run not conformant. */
  public boolean isBinding() {
    return this == MUST || this == SHOULD;
  }
}
