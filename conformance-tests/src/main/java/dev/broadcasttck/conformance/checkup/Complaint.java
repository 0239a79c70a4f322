package dev.broadcasttck.conformance.checkup;

/**
 * Something that is wrong with an adapter.
 *
 * @param what it does
 * @param right what would be right
 */
public record Complaint(String what, String right) {
  /** One sentence. */
  @Override
  public String toString() {
    return what + "; right would be: " + right;
  }
}
