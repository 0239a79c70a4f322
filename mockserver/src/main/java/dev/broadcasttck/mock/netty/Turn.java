package dev.broadcasttck.mock.netty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A turn of the loop, in which it handles all that has arrived. For the loop's one thread. */
final class Turn {
  private final Executor loop;
  private List<Runnable> last = new ArrayList<>();
  private boolean hasBegun;
  private long number;

  /**
   * @param loop does what it is given when it has handled what has arrived
   */
  Turn(Executor loop) {
    this.loop = loop;
  }

  /** Which turn it is: the same number until everything that has arrived is handled. */
  long number() {
    if (!hasBegun) {
      hasBegun = true;
      loop.execute(this::end);
    }
    return number;
  }

  /** Does something when the turn, whose number has been asked for, is over. */
  void atItsEnd(Runnable task) {
    last.add(task);
  }

  private void end() {
    List<Runnable> due = last;
    last = new ArrayList<>(due.size());
    hasBegun = false;
    number++;
    due.forEach(Runnable::run);
  }
}
