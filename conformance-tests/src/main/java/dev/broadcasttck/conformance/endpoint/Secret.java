package dev.broadcasttck.conformance.endpoint;

/** A key or a token, which no text of ours ever shows. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "[secret]";
  }
}
