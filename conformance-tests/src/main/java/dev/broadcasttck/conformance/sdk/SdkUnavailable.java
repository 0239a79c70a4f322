package dev.broadcasttck.conformance.sdk;

/** A library that cannot be tested here, with the sentence that says what to do about it. */
public final class SdkUnavailable extends RuntimeException {
  private final String sentence;

  public SdkUnavailable(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
