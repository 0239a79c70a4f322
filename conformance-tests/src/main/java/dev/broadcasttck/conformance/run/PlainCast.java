package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.exchange.Scene;
import dev.broadcasttck.conformance.exchange.WireVocabulary;
import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plain sockets, which may get nothing that the script does not explain. */
record PlainCast(Scene scene) implements Cast {
  @Override
  public Reaction play(Step step) throws InterruptedException {
    return WireVocabulary.play(scene, step);
  }

  @Override
  public Docket docket() {
    return scene.docket();
  }

  @Override
  public Stream<Supplier<Reaction>> lookBack() {
    return scene.lookBack();
  }

  @Override
  public void rest() {
    scene.rest();
  }

  @Override
  public void finish() throws InterruptedException {
    scene.finish();
  }

  @Override
  public void close() {
    scene.cut();
  }
}
