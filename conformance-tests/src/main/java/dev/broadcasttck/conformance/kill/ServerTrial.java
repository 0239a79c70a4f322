package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The trial of a server. Another scenario that is red for no known reason may be the fault of a
 * busy machine, and is settled with the patience of a run.
 *
 * @param budgets how long it is waited for
 */
record ServerTrial(Workbench bench, Mutant.Server mutant, Summons summons, Budgets budgets) {

  Trial hold() throws InterruptedException {
    Trial proven = prove();
    return new Trial(
        mutant, proven.activations(), proven.proving(), uncaught(proven.proving()), others());
  }

  private Trial prove() throws InterruptedException {
    try (FaultyServer server = FaultyServer.open(bench, mutant.fault(), budgets)) {
      List<Result> results = server.play(summons.proving());
      return new Trial(mutant, server.activations(), results, List.of(), List.of());
    }
  }

  private List<Sighting> uncaught(List<Result> proving) throws InterruptedException {
    return alone(
        budgets,
        proving.stream()
            .filter(it -> it.verdict() == Verdict.PASSED || it.verdict() == Verdict.INCONCLUSIVE)
            .map(it -> new Playing(it.scenario(), it.variant()))
            .toList());
  }

  private List<Sighting> others() throws InterruptedException {
    List<Sighting> settled = new ArrayList<>();
    for (Sighting sighting : alone(budgets, summons.others())) {
      boolean explained = sighting.shown() && Excuse.isAmong(Excuse.COLLATERAL, mutant.name());
      boolean doubtful = sighting.isRed() && !explained;
      settled.add(doubtful ? again(sighting.result()) : sighting);
    }
    return settled;
  }

  private Sighting again(Result result) throws InterruptedException {
    Playing playing = new Playing(result.scenario(), result.variant());
    return alone(Budgets.DEFAULT, List.of(playing)).get(0);
  }

  private List<Sighting> alone(Budgets patience, List<Playing> playings)
      throws InterruptedException {
    List<Sighting> sightings = new ArrayList<>();
    if (!playings.isEmpty()) {
      try (FaultyServer server = FaultyServer.open(bench, mutant.fault(), patience)) {
        for (Playing playing : playings) {
          sightings.add(server.playAlone(playing));
        }
      }
    }
    return sightings;
  }
}
