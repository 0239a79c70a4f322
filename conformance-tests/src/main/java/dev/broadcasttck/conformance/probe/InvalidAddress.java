package dev.broadcasttck.conformance.probe;

/** An address or a key that nobody can connect with; its message is a sentence for who typed it. */
public final class InvalidAddress extends IllegalArgumentException {
  InvalidAddress(String sentence) {
    super(sentence);
  }
}
