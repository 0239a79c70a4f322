package dev.broadcasttck.conformance.scripted;

/** How a socket ended that the client did not close. */
enum Ending {
  /** The upgrade was answered with plain HTTP. */
  REFUSED,
  /** Without a close frame. */
  CUT,
  NORMAL,
  GOING_AWAY,
  SERVER_ERROR,
  /** With another code. */
  CLOSED;

  static Ending of(int code) {
    return switch (code) {
      case 1000 -> NORMAL;
      case 1001 -> GOING_AWAY;
      case 1011 -> SERVER_ERROR;
      default -> CLOSED;
    };
  }
}
