package dev.broadcasttck.bench.measure;

import dev.broadcasttck.bench.load.Crowd;
import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.record.Quantity;
import dev.broadcasttck.bench.server.Running;
import dev.broadcasttck.bench.wire.Framing;
import java.util.Optional;

/** How fast sockets are opened and joined, and how much heap each takes when nothing happens. */
public record Sockets(int count) implements Probe {
  public static final String SCENARIO = "sockets";

  @Override
  public void measure(Running server, Notes notes) {
    String name = server.contender().name();
    Optional<Long> before = server.heap();
    long start = System.nanoTime();
    try (Crowd crowd = Crowd.join(server.address(), Framing.V1, Topics.fresh(), count)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      notes.add(name, SCENARIO, Quantity.SETUP, crowd.sockets() / seconds);
      before.ifPresent(
          bytes ->
              server
                  .heap()
                  .ifPresent(
                      after ->
                          notes.add(
                              name, SCENARIO, Quantity.HEAP, (after - bytes) / (double) count)));
    }
  }
}
