package dev.broadcasttck.bench.measure;

import dev.broadcasttck.bench.load.Burst;
import dev.broadcasttck.bench.load.Crowd;
import dev.broadcasttck.bench.load.Pace;
import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.record.Quantity;
import dev.broadcasttck.bench.server.Roster;
import dev.broadcasttck.bench.server.Running;
import dev.broadcasttck.bench.wire.Framing;
import java.time.Duration;

/**
 * From one sender to many: how many deliveries there are at most, and how long one takes at a fixed
 * rate that no server finds hard.
 *
 * @param time for each of the two
 */
public record FanOut(int hearers, Framing framing, Duration time) implements Probe {
  private static final int DELIVERIES_PER_SECOND = 20_000;
  private static final int MOST_PER_SECOND = 500;

  public static String scenario(int hearers, Framing framing) {
    return "fan-out to %d, %s".formatted(hearers, framing);
  }

  int broadcastsPerSecond() {
    return Math.min(MOST_PER_SECOND, DELIVERIES_PER_SECOND / hearers);
  }

  @Override
  public void measure(Running server, Notes notes) {
    String name = server.contender().name();
    String scenario = scenario(hearers, framing);
    try (Crowd crowd = Crowd.join(server.address(), framing, Topics.fresh(), hearers + 1)) {
      Burst burst = Burst.measure(crowd, time, server::cpu);
      notes.add(name, scenario, Quantity.DELIVERIES, burst.perSecond());
      notes.add(name, scenario, Quantity.GENERATOR, 100 * burst.generatorShare());
      if (server.contender().isOurs()) {
        notes.add(name, scenario, Quantity.CPU, burst.cpuMicrosEach());
      }
      if (!name.equals(Roster.NULL)) {
        Pace pace = Pace.measure(crowd, broadcastsPerSecond(), time);
        notes.add(name, scenario, Quantity.P50, pace.latencies().millis(50));
        notes.add(name, scenario, Quantity.P99, pace.latencies().millis(99));
      }
    }
  }
}
