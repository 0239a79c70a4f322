package dev.broadcasttck.spec.protocol;

/**
 * Which kind of WebSocket frame carries a client's broadcasts; version 1 knows {@link #TEXT} only.
 */
public enum Encoding {
  /** A text frame, event {@code broadcast}. */
  TEXT,
  /** A binary frame of kind 3, the user broadcast push of version 2. */
  BINARY
}
