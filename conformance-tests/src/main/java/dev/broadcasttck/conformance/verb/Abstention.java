package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Claim;
import dev.broadcasttck.conformance.barrier.Proof;
import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * That somebody does not do what the script gave them the chance to do.
 *
 * @param chances how often they had the chance
 * @param since when they had the last, on the tape's clock
 * @param trace finds that they did
 * @param expected in words
 * @param actual in words
 * @param route to what they would have done it before
 */
record Abstention(
    Stage stage,
    Step step,
    int chances,
    Duration since,
    Function<List<Entry>, Optional<Entry>> trace,
    String expected,
    Function<Entry, String> actual,
    Route route)
    implements Claim {

  /** Shows that they did not, now and when everything is over. */
  Reaction prove() throws InterruptedException {
    stage.atTheEnd(
        () -> leak(stage.tape().entries()).<Reaction>map(this::broken).orElse(Reaction.HELD));
    return Proof.on(stage).of(this);
  }

  @Override
  public Location where() {
    return step.location();
  }

  @Override
  public List<Route> routes() {
    return List.of(route);
  }

  @Override
  public Optional<Entry> leak(List<Entry> entries) {
    return trace.apply(entries);
  }

  @Override
  public Broken broken(Entry leak) {
    return new Broken(expected, actual.apply(leak));
  }

  @Override
  public int repeat(int times) {
    return 0;
  }

  @Override
  public int alreadyDone() {
    return chances;
  }

  @Override
  public Duration lastSent() {
    return since;
  }

  @Override
  public Optional<String> because() {
    return Optional.empty();
  }
}
