package dev.broadcasttck.mock.session;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a socket does, in its order; held back while it is shut, since the real server handles a
 * socket by one process that sleeps on a failing join (recording 08_join_error_blocks_socket).
 */
final class Gate {
  private enum State {
    OPEN,
    SHUT,
    LOCKED
  }

  private final Deque<Runnable> held = new ArrayDeque<>();
  private State state = State.OPEN;

  void pass(Runnable doing) {
    if (state == State.OPEN) {
      doing.run();
    } else if (state == State.SHUT) {
      held.add(doing);
    }
  }

  void shut() {
    state = State.SHUT;
  }

  /** Does something first, then what was held back, until something of it shuts the gate again. */
  void reopen(Runnable first) {
    held.addFirst(first);
    state = State.OPEN;
    while (state == State.OPEN && !held.isEmpty()) {
      held.remove().run();
    }
  }

  /** Nothing passes any more. */
  void lock() {
    state = State.LOCKED;
    held.clear();
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isLocked() {
    return state == State.LOCKED;
  }
}
