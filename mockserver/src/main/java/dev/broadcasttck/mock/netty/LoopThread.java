package dev.broadcasttck.mock.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/**
 * The thread of an event loop. The loop says that it has terminated a moment before its thread
 * ends, so whoever wants the thread gone has to wait for the thread itself.
 */
final class LoopThread implements ThreadFactory {
  private final ThreadFactory factory = new DefaultThreadFactory("broadcast-mock", true);
  private final List<Thread> made = new CopyOnWriteArrayList<>();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = factory.newThread(work);
    made.add(thread);
    return thread;
  }

  /** Waits for its end, at most so long. */
  void awaitEnd(long millis) {
    try {
      for (Thread thread : made) {
        thread.join(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
