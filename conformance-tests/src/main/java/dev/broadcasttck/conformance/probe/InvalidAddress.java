package dev.broadcasttck.conformance.probe;

/** An address that a user typed and nobody can connect to; its message is one sentence for them. */
public final class InvalidAddress extends IllegalArgumentException {
  InvalidAddress(String sentence) {
    super(sentence);
  }
}
