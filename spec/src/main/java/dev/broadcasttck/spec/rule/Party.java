package dev.broadcasttck.spec.rule;

/** Who a rule binds. */
public enum Party {
  SERVER,
  CLIENT
}
