package dev.broadcasttck.capacity;

/** A setting is missing or cannot be; the sentence says what would be right. */
public final class Mistake extends RuntimeException {
  Mistake(String sentence) {
    super(sentence);
  }
}
