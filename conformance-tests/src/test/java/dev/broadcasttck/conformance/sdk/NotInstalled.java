package dev.broadcasttck.conformance.sdk;

/** A released SDK that cannot be tested here, with the sentence that says what to do about it. */
final class NotInstalled extends RuntimeException {
  NotInstalled(String sentence) {
    super(sentence);
  }
}
