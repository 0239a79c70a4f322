package dev.broadcasttck.conformance.probe;

import dev.broadcasttck.conformance.plain.PlainNetwork;
import java.net.URI;
import java.util.Optional;

/** As far as one comes to a server without a word: a connection, and TLS where that is spoken. */
public record Doorstep(PlainNetwork network) {
  /**
   * Comes that far, and goes away again.
   *
   * @return a sentence that says why one does not come that far; empty where one does
   * @throws InterruptedException if the work is being ended
   */
  public Optional<String> obstacle(URI address) throws InterruptedException {
    var diagnosis = new Diagnosis(address, PlainNetwork.PATIENCE);
    return network.obstacle(address).map(diagnosis::lost).map(Standing::sentence);
  }
}
