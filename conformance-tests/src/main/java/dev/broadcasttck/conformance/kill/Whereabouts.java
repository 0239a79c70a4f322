package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Census;
import dev.broadcasttck.mock.fault.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Which faults would show while the scenarios of a file are played.
 *
 * @param file of scenarios
 * @param playings all of the file
 */
record Whereabouts(Workbench bench, String file, List<Playing> playings)
    implements Callable<Whereabouts.Seen> {

  /** The names of those that would show in a file. */
  record Seen(String file, Set<String> faults) {}

  @Override
  public Seen call() throws InterruptedException {
    Census census =
        new Census(Faults.names().stream().map(name -> Faults.named(name).orElseThrow()).toList());
    Fault asking = new Fault("CENSUS", Set.of(), census);
    try (FaultyServer server = FaultyServer.open(bench, asking, Budgets.DEFAULT)) {
      for (Playing playing : playings) {
        server.playAlone(playing);
      }
    }
    return new Seen(file, census.shown());
  }
}
