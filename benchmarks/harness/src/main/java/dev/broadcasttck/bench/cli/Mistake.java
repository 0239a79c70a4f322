package dev.broadcasttck.bench.cli;

/** The command line asks for something that cannot be; the sentence says what. */
final class Mistake extends RuntimeException {
  Mistake(String sentence) {
    super(sentence);
  }
}
