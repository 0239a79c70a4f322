package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.rehearsal.Curtain;
import dev.broadcasttck.conformance.rehearsal.Rehearsal;
import dev.broadcasttck.conformance.rehearsal.RehearsalVocabulary;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Clients of a driver at a server of their own, whose word is held against the wire. */
record RehearsalCast(Rehearsal rehearsal, Curtain curtain) implements Cast {
  RehearsalCast(Rehearsal rehearsal) {
    this(rehearsal, new Curtain(rehearsal));
  }

  @Override
  public Reaction play(Step step) throws InterruptedException {
    return RehearsalVocabulary.play(rehearsal, step);
  }

  @Override
  public Docket docket() {
    return rehearsal.stage().docket();
  }

  @Override
  public Stream<Supplier<Reaction>> lookBack() {
    return Stream.concat(curtain.looks(), new ClientCast(rehearsal.stage()).lookBack());
  }

  @Override
  public void rest() {}

  @Override
  public void finish() throws InterruptedException {
    curtain.fall();
  }

  @Override
  public void close() {
    rehearsal.close();
  }
}
