package dev.broadcasttck.bench.load;

/** A server did not do what a measurement needs; the sentence says what. */
public final class Broken extends RuntimeException {
  public Broken(String sentence) {
    super(sentence);
  }
}
