package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.rehearsal.Curtain;
import dev.broadcasttck.conformance.rehearsal.Rehearsal;
import dev.broadcasttck.conformance.rehearsal.RehearsalVocabulary;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Clients of a driver at a server of their own, whose word is held against the wire. */
record RehearsalCast(Rehearsal rehearsal) implements Cast {
  @Override
  public Reaction play(Step step) throws InterruptedException {
    return RehearsalVocabulary.play(rehearsal, step);
  }

  @Override
  public Stream<Supplier<Reaction>> lookBack() throws InterruptedException {
    Curtain curtain = Curtain.fall(rehearsal);
    return Stream.concat(curtain.looks(), new ClientCast(rehearsal.stage()).lookBack());
  }

  @Override
  public void close() {
    rehearsal.close();
  }
}
