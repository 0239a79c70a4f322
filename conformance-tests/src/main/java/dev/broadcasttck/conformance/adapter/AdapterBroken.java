package dev.broadcasttck.conformance.adapter;

/** Why an adapter cannot be used, and that it is the adapter's fault: one sentence. */
public final class AdapterBroken extends RuntimeException {
  public AdapterBroken(String sentence) {
    super(sentence);
  }
}
