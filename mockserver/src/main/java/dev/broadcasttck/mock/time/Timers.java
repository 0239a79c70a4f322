package dev.broadcasttck.mock.time;

import java.time.Duration;
import java.time.Instant;

/** Does things later; for one thread. */
public interface Timers {
  Instant now();

  /** Does something when so much time has passed, never before this returns. */
  Timer after(Duration delay, Runnable task);

  /** Something that is yet to be done. */
  interface Timer {
    /** What has been done stays done. */
    void cancel();
  }
}
