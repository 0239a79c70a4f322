package dev.broadcasttck.conformance.codec;

/** How a decoder gives up on a frame; never leaves this package. */
final class Unreadable extends RuntimeException {
  Unreadable(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
