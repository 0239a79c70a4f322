package dev.broadcasttck.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * As many broadcasts as a server delivers: the sender sends on as soon as half of what is under way
 * has arrived.
 *
 * @param deliveries how many there were in that time
 * @param time how long it was
 * @param serverCpu what the server's process used of it
 * @param generatorCpu what the generator's thread used of it
 */
public record Burst(long deliveries, Duration time, Duration serverCpu, Duration generatorCpu) {
  /** So many deliveries are under way at most, and so many broadcasts. */
  private static final int DELIVERIES_UNDER_WAY = 20_000;

  private static final int MOST_UNDER_WAY = 512;
  private static final int MOST_BROADCASTS = 20_000_000;
  private static final Duration WARM_UP = Duration.ofMillis(300);

  public double perSecond() {
    return deliveries * 1e9 / time.toNanos();
  }

  public double cpuMicrosEach() {
    return serverCpu.toNanos() / 1e3 / deliveries;
  }

  /** How busy the generator was, from 0 to 1. */
  public double generatorShare() {
    return (double) generatorCpu.toNanos() / time.toNanos();
  }

  /**
   * Sends for that long, after a while that does not count, and waits until all has arrived.
   *
   * @param cpu of the server's process so far
   */
  public static Burst measure(Crowd crowd, Duration time, Supplier<Duration> cpu) {
    try {
      crowd.rehearse();
      var pump = new Pump(crowd);
      pump.runUntil(System.nanoTime() + WARM_UP.toNanos());
      long start = System.nanoTime();
      long before = crowd.messages();
      Duration serverBefore = cpu.get();
      long generatorBefore = ownCpu();
      pump.runUntil(start + time.toNanos());
      var burst =
          new Burst(
              crowd.messages() - before,
              Duration.ofNanos(System.nanoTime() - start),
              cpu.get().minus(serverBefore),
              Duration.ofNanos(ownCpu() - generatorBefore));
      pump.finish();
      return burst;
    } catch (IOException e) {
      throw new Broken("a connection broke: " + e.getMessage());
    }
  }

  private static long ownCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Keeps broadcasts under way. */
  private static final class Pump {
    private final Crowd crowd;
    private final int window;
    private final ByteBuffer frames;
    private final int frameLength;
    private final long messagesBefore;
    private long sent;

    Pump(Crowd crowd) {
      this.crowd = crowd;
      this.window = Math.max(2, Math.min(MOST_UNDER_WAY, DELIVERIES_UNDER_WAY / crowd.hearers()));
      byte[] frame = crowd.broadcast(1);
      frameLength = frame.length;
      frames = ByteBuffer.allocateDirect(frameLength * window);
      for (int i = 0; i < window; i++) {
        frames.put(frame);
      }
      messagesBefore = crowd.messages();
    }

    void runUntil(long end) throws IOException {
      while (System.nanoTime() < end && sent < MOST_BROADCASTS) {
        boolean isFree = crowd.sender().push();
        long underWay = sent - (crowd.messages() - messagesBefore) / crowd.hearers();
        if (isFree && underWay <= window / 2) {
          send((int) (window - underWay));
        }
        crowd.turn(1);
      }
    }

    private void send(int count) throws IOException {
      crowd.sender().send(frames.duplicate().clear().limit(count * frameLength));
      sent += count;
    }

    void finish() throws IOException {
      long all = messagesBefore + sent * crowd.hearers();
      crowd.await(() -> crowd.messages() >= all && sentAll(), sent + " broadcasts to everybody");
    }

    private boolean sentAll() {
      try {
        return crowd.sender().push();
      } catch (IOException e) {
        throw new Broken("the sender's connection broke: " + e.getMessage());
      }
    }
  }
}
