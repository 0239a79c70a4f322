package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Claim;
import dev.broadcasttck.conformance.barrier.Fence;
import dev.broadcasttck.conformance.barrier.Proof;
import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.source.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a broadcast does not come to a channel, or does not come again. */
final class Forbidden implements Claim {

  /** What shows that a broadcast came where it must not. */
  interface Trace {
    Optional<Entry> in(List<Entry> entries, Sent sent);

    /** What was expected in its place. */
    String expected(Entry leak);

    String inWords(Entry leak);
  }

  private final Stage stage;
  private final Step step;
  private final Part watched;
  private final Trace trace;
  private final List<Sent> sent = new ArrayList<>();

  private Forbidden(Stage stage, Step step, Part watched, Sent first, Trace trace) {
    this.stage = stage;
    this.step = step;
    this.watched = watched;
    this.trace = trace;
    this.sent.add(first);
  }

  /** Shows that there is no trace of it, now and when everything is over. */
  static Reaction prove(Stage stage, Step step, Part watched, Sent first, Trace trace)
      throws InterruptedException {
    Forbidden claim = new Forbidden(stage, step, watched, first, trace);
    stage.atTheEnd(claim::now);
    return Proof.on(stage).of(claim);
  }

  private Reaction now() {
    return leak(stage.tape().entries()).<Reaction>map(this::broken).orElse(Reaction.HELD);
  }

  @Override
  public Location where() {
    return step.location();
  }

  @Override
  public List<Route> routes() {
    return stage
        .passage()
        .map(passage -> List.of(new Route(Barrier.LATER_MESSAGE, () -> passage.cross(watched))))
        .orElseGet(() -> new Fence(stage, watched, sent.get(0)).routes(sent));
  }

  @Override
  public Optional<Entry> leak(List<Entry> entries) {
    return sent.stream().flatMap(one -> trace.in(entries, one).stream()).findFirst();
  }

  @Override
  public Broken broken(Entry leak) {
    List<Entry> entries = stage.tape().entries();
    long leaked = sent.stream().filter(one -> trace.in(entries, one).isPresent()).count();
    String which = sent.size() == 1 ? "" : "; %d of %d leaked".formatted(leaked, sent.size());
    return new Broken(trace.expected(leak), trace.inWords(leak) + which);
  }

  /** Only where everybody is still as they were when it was sent first. */
  @Override
  public int repeat(int times) throws InterruptedException {
    Sent first = sent.get(0);
    if (stage.passage().isPresent()) {
      return 0;
    }
    boolean changed = watched.settledAt().get() > first.calledAt();
    if (changed || first.part().settledAt().get() > first.calledAt()) {
      return 0;
    }
    for (int i = 0; i < times; i++) {
      sent.add(stage.sendAgain(first));
    }
    return times;
  }

  @Override
  public Duration lastSent() {
    int calledAt = sent.get(sent.size() - 1).calledAt();
    return stage.tape().entries().get(calledAt).at();
  }

  @Override
  public Optional<String> because() {
    return Arguments.of(step, "message").optionalText("because");
  }
}
