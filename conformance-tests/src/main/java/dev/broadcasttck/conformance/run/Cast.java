package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.proof.Docket;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.spec.scenario.Step;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Those who play a scenario: clients, or plain sockets. */
interface Cast extends AutoCloseable {
  /**
   * Plays a step.
   *
   * @throws InterruptedException if the run is being ended
   */
  Reaction play(Step step) throws InterruptedException;

  /** What has been shown not to happen. */
  Docket docket();

  /** What only the whole tape can tell, looked at in this order when the last step has held. */
  Stream<Supplier<Reaction>> lookBack();

  /** The script is over, but the sockets stay open to be watched. */
  void rest();

  /**
   * Ends the conversation so that nothing of it is lost.
   *
   * @throws InterruptedException if the run is being ended
   */
  void finish() throws InterruptedException;

  /** Closes what is still open. */
  @Override
  void close();
}
