package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpus;

/** What all trials have in common. */
record Workbench(Corpus corpus, Transport transport, PlainNetwork network)
    implements AutoCloseable {

  static Workbench open(Corpus corpus) {
    return new Workbench(
        corpus, Transport.open(TransportOptions.PLAIN), PlainNetwork.open(TransportOptions.PLAIN));
  }

  @Override
  public void close() {
    network.close();
    transport.close();
  }
}
