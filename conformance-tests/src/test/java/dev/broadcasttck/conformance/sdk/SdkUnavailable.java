package dev.broadcasttck.conformance.sdk;

/** A released SDK that cannot be tested here, with the sentence that says what to do about it. */
final class SdkUnavailable extends RuntimeException {
  SdkUnavailable(String sentence) {
    super(sentence);
  }
}
