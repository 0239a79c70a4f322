package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scenarios played with a client library at a server.
 *
 * @param driver of the library, one process for all playings
 */
record LibraryRun(RuleBook rules, Driver driver, Venue venue, Rigour rigour) {
  /** Plays them, as far as they suit the library. */
  Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException {
    Run run =
        new Run(
            rules,
            venue.target(),
            driver,
            Optional.empty(),
            venue.quota(),
            Budgets.DEFAULT,
            rigour);
    List<Playing> suited =
        new Casting(driver.profile(), venue.target(), venue.quota()).suited(playings);
    Outcome outcome = run.play(suited, listener);
    List<Result> results = new ArrayList<>();
    for (Result result : outcome.results()) {
      results.add(
          isSuspect(result) ? run.play(new Playing(result.scenario(), result.variant())) : result);
    }
    return new Outcome(List.copyOf(results), outcome.took(), outcome.drained());
  }

  /**
   * What escapes from a library, or ends its process, is nobody's in particular among those who
   * shared the process: each of them is played again alone.
   */
  private static boolean isSuspect(Result result) {
    return result.tape().stream().anyMatch(entry -> entry.what() instanceof UncaughtSaid);
  }
}
