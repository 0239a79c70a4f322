package dev.broadcasttck.mock.script;

/** What becomes of the connection on which a request came. */
public enum Treatment {
  /** The request is answered. */
  SERVED,
  /** Nothing is answered, and the connection stays. */
  STALLED,
  /** The connection ends at once, with a reset. */
  RESET
}
