package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trial of a client.
 *
 * @param budgets how long it is waited for
 */
record ClientTrial(Workbench bench, Mutant.Client mutant, Summons summons, Budgets budgets) {
  private static final Rigour BRIEF = new Rigour(3, Duration.ZERO);

  Trial hold() throws InterruptedException {
    try (BundledMock mock = BundledMock.open(List.of());
        ScriptedDriver driver =
            new ScriptedDriver(bench.transport(), Set.of(mutant.misbehaviour()))) {
      Outcome outcome =
          new Run(
                  bench.corpus().rules(),
                  mock.target(),
                  driver,
                  Optional.empty(),
                  Quota.OWN,
                  budgets,
                  BRIEF)
              .play(summons.proving(), new SilentListener());
      int activations = driver.activations(mutant.misbehaviour());
      return new Trial(mutant, activations, outcome.results(), List.of(), List.of());
    }
  }
}
