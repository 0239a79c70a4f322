package dev.broadcasttck.mock.fault;

import java.time.Duration;

/** When something is done that would be done now by an obedient server. */
public sealed interface Timing {
  /** Now, unless something before it on the same way is late in its turn. */
  Timing AT_ONCE = new InTurn(Duration.ZERO);

  /** As soon as the server has done all that it does now. */
  Timing NEXT_TICK = new Alone(Duration.ZERO);

  /** So much later, and what follows goes by. */
  static Timing alone(Duration delay) {
    return new Alone(delay);
  }

  /** So much later, and what follows on the same way stays behind it. */
  static Timing inTurn(Duration delay) {
    return new InTurn(delay);
  }

  /** Out of its turn, after a time that may be zero. */
  record Alone(Duration delay) implements Timing {}

  /** In its turn, after a time that may be zero. */
  record InTurn(Duration delay) implements Timing {}
}
