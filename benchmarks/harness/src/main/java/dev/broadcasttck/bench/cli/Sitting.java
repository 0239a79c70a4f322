package dev.broadcasttck.bench.cli;

import dev.broadcasttck.bench.load.Broken;
import dev.broadcasttck.bench.measure.Probe;
import dev.broadcasttck.bench.measure.Sockets;
import dev.broadcasttck.bench.measure.Suite;
import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.record.Quantity;
import dev.broadcasttck.bench.server.Contender;
import dev.broadcasttck.bench.server.Roster;
import dev.broadcasttck.bench.server.Running;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures everybody in turn, round by round, so that what disturbs the machine disturbs all.
 *
 * @param progress told of each step
 */
record Sitting(Path home, Roster roster, int rounds, PrintWriter progress) {
  void probe(List<Probe> probes, Notes notes) {
    List<Running> servers = new ArrayList<>();
    try {
      roster.contenders().forEach(contender -> servers.add(Running.of(contender)));
      for (Probe probe : probes) {
        warmUp(probe, servers);
        for (int round = 1; round <= rounds; round++) {
          for (Running server : servers) {
            measure(probe, server, notes, round);
          }
          Collections.rotate(servers, 1);
        }
      }
    } finally {
      servers.forEach(Running::close);
    }
  }

  /** What runs on a virtual machine is compiled first. */
  private void warmUp(Probe probe, List<Running> servers) {
    servers.forEach(server -> measure(probe, server, new Notes(), 0));
  }

  private void measure(Probe probe, Running server, Notes notes, int round) {
    String name = server.contender().name();
    if (probe instanceof Sockets && name.equals(Roster.NULL)) {
      return;
    }
    progress.printf("%s, %s, round %d%n", probe, name, round);
    progress.flush();
    try {
      probe.measure(server, notes);
    } catch (Broken e) {
      throw new Broken(name + ", " + probe + ": " + e.getMessage());
    }
  }

  void start(Notes notes) {
    for (int round = 0; round <= rounds; round++) {
      for (Contender contender : roster.contenders()) {
        if (contender.isOurs() && !contender.name().equals(Roster.NULL)) {
          try (Running server = Running.of(contender)) {
            double millis = server.start().toNanos() / 1e6;
            double cpu = server.cpu().toMillis();
            if (round > 0) {
              notes.add(contender.name(), "start", Quantity.START, millis);
              notes.add(contender.name(), "start", Quantity.START_CPU, cpu);
            }
          }
        }
      }
    }
  }

  void suite(Notes notes) {
    List<Suite> runs =
        List.of(
            new Suite(home, List.of("--corpus", "server")),
            new Suite(home, List.of("--corpus", "behaviour")),
            new Suite(home, List.of("--only", "SMOKE")));
    for (int round = 1; round <= rounds; round++) {
      runs.forEach(run -> run.measure(notes));
    }
  }
}
