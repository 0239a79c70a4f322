package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Clients of a driver, who may hear nothing that the script does not explain. */
record ClientCast(Stage stage) implements Cast {
  @Override
  public Reaction play(Step step) throws InterruptedException {
    return Vocabulary.verb(step.verb()).play(stage, stage.role(step.actor()), step);
  }

  @Override
  public Docket docket() {
    return stage.docket();
  }

  @Override
  public void rest() {}

  /** Clients say nothing when they are closed. */
  @Override
  public void finish() {}

  @Override
  public Stream<Supplier<Reaction>> lookBack() {
    return Stream.concat(
        stage.finalChecks().stream(), Stream.of(this::unexplained, this::uncaught));
  }

  private Reaction unexplained() {
    List<Entry> entries = stage.tape().entries();
    entries.stream()
        .filter(entry -> isSentinelInItsPlace(entry) || stage.repeats().explain(entry, entries))
        .forEach(stage.account()::explain);
    return stage
        .account()
        .firstUnexplained(entries)
        .<Reaction>map(entry -> new Broken("nothing else is heard", Account.inWords(entry)))
        .orElse(Reaction.HELD);
  }

  private Reaction uncaught() {
    return stage.tape().entries().stream()
        .filter(entry -> entry.what() instanceof UncaughtSaid)
        .findFirst()
        .<Reaction>map(entry -> new Broken("no error escapes", entry.what().toString()))
        .orElse(Reaction.HELD);
  }

  private boolean isSentinelInItsPlace(Entry entry) {
    return entry.what() instanceof MessageHeard heard
        && heard.event().equals(Sentinels.EVENT)
        && listensTo(entry.actor(), heard, Set.of(Sentinels.EVENT, "*"));
  }

  private boolean listensTo(String actor, MessageHeard heard, Set<String> events) {
    Part part = stage.role(actor).part(Optional.of(heard.channel()));
    return events.contains(part.listeners().getOrDefault(heard.listener(), ""));
  }

  @Override
  public void close() {
    stage.close();
  }
}
