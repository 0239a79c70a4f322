package dev.broadcasttck.conformance.bundle;

/** A bundle does not hold; the message is one sentence that says why. */
public final class Refusal extends RuntimeException {
  private final boolean isNoBundle;

  private Refusal(boolean isNoBundle, String sentence) {
    super(sentence);
    this.isNoBundle = isNoBundle;
  }

  Refusal(String sentence) {
    this(false, sentence);
  }

  /** It is nothing that certify has written, not even with a change. */
  static Refusal noBundle(String sentence) {
    return new Refusal(true, sentence);
  }

  /** Whether it is no bundle at all, rather than one that does not hold. */
  public boolean isNoBundle() {
    return isNoBundle;
  }
}
