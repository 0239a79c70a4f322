package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.time.Timers;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Timers by the world's time, on the thread of a loop. */
record LoopTimers(EventLoop loop) implements Timers {
  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    ScheduledFuture<?> waiting = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> waiting.cancel(false);
  }
}
