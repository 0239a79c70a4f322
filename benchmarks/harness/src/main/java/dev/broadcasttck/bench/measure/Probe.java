package dev.broadcasttck.bench.measure;

import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.server.Running;

/** One thing that is measured of a running server, again in each round. */
public interface Probe {
  void measure(Running server, Notes notes);

  /** Whether it can be measured of that server at all. */
  default boolean applies(Running server) {
    return true;
  }
}
