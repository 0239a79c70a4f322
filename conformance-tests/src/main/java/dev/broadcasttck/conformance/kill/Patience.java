package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.spec.scenario.Step;
import java.time.Duration;

/** How long a mutant is waited for. */
final class Patience {
  /** What is withheld is seen to be withheld this soon: no server here is that slow. */
  static final Budgets SHORT = new Budgets(Duration.ofMillis(400));

  /** Clients have timers of their own. */
  static final Budgets OF_CLIENTS = new Budgets(Duration.ofSeconds(1));

  private static final String LIFETIME = "expires-in";

  private Patience() {}

  /** Whether a playing waits for a token to expire, which takes seconds. */
  static boolean isNeededFor(Playing playing) {
    return playing.scenario().steps().stream().anyMatch(Patience::waits);
  }

  private static boolean waits(Step step) {
    return step.arguments().findValuesAsString(LIFETIME).stream()
        .anyMatch(lifetime -> !lifetime.startsWith("-"));
  }
}
