package dev.broadcasttck.conformance.record;

/** Which way something went. */
public enum Way {
  /** To the server. */
  SENT("sent"),
  /** From the server. */
  RECEIVED("received"),
  /** Said by the client itself, and seen by nobody else. */
  SAID("said");

  private final String word;

  Way(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
