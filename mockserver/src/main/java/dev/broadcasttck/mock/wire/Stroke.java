package dev.broadcasttck.mock.wire;

import dev.broadcasttck.mock.message.Bytes;
import java.time.Duration;

/** Something done to a connection, once what was to be done before it is done. */
public sealed interface Stroke {
  /** Bytes are written, in a piece of their own. */
  record Write(Bytes bytes) implements Stroke {}

  /** Nothing is done for a while, in the world's time. */
  record Wait(Duration time) implements Stroke {}

  /** Bytes are kept; all that has been kept by then goes out in one piece. */
  record Keep(Bytes bytes, Duration time) implements Stroke {}

  /** Nothing follows. */
  enum Last implements Stroke {
    /** The connection ends. */
    END,
    /** It ends with a reset. */
    RESET,
    /** It stays, but nothing more is read or written. */
    SILENCE
  }
}
