package dev.broadcasttck.conformance.endpoint;

/** A key or a token, which no text of ours ever shows. */
public record Secret(String reveal) {
  /** The parts of a JSON Web Token. */
  private static final int SIGNED = 3;

  /** Whether it is a token that somebody signed, and no opaque word. */
  public boolean isSigned() {
    return reveal.split("\\.", -1).length == SIGNED;
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
