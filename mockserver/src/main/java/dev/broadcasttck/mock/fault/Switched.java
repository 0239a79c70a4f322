package dev.broadcasttck.mock.fault;

import java.util.function.BiFunction;

/** Something with the faults of a board before it, made anew whenever the board has changed. */
final class Switched<T> {
  private final Board board;
  private final T right;
  private final BiFunction<Fault, T, T> before;
  private T disturbed;
  private long seen;

  Switched(Board board, T right, BiFunction<Fault, T, T> before) {
    this.board = board;
    this.right = right;
    this.before = before;
    this.disturbed = board.disturb(right, before);
    this.seen = board.changes();
  }

  T now() {
    if (seen != board.changes()) {
      disturbed = board.disturb(right, before);
      seen = board.changes();
    }
    return disturbed;
  }
}
