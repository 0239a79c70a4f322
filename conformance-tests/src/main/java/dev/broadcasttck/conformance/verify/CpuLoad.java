package dev.broadcasttck.conformance.verify;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Work for some cores that does nothing, until it is closed. */
public final class CpuLoad implements AutoCloseable {
  private final List<Thread> spinning;
  private final LongAdder turns = new LongAdder();
  private volatile boolean goesOn = true;

  private CpuLoad(int cores) {
    this.spinning = Stream.generate(this::thread).limit(cores).toList();
  }

  /** Not begun yet; no cores are no load. */
  public static CpuLoad onCores(int cores) {
    return new CpuLoad(cores);
  }

  public void begin() {
    spinning.forEach(Thread::start);
  }

  private Thread thread() {
    Thread thread = new Thread(this::spin, "tck-load");
    thread.setDaemon(true);
    return thread;
  }

  private void spin() {
    while (goesOn) {
      turns.increment();
    }
  }

  @Override
  public void close() {
    goesOn = false;
  }
}
