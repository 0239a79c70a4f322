package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.time.Timers;
import java.util.ArrayDeque;
import java.util.Deque;

/** A way to one receiver, on which what is late in its turn keeps back what follows. */
final class Way {
  private static final class Item {
    private final Runnable task;
    private boolean due;

    private Item(Runnable task, boolean due) {
      this.task = task;
      this.due = due;
    }
  }

  private final Timers timers;
  private final Deque<Item> waiting = new ArrayDeque<>();

  Way(Timers timers) {
    this.timers = timers;
  }

  void go(Timing timing, Runnable task) {
    if (timing instanceof Timing.Alone alone) {
      timers.after(alone.delay(), task);
    } else {
      goInTurn((Timing.InTurn) timing, task);
    }
  }

  private void goInTurn(Timing.InTurn timing, Runnable task) {
    boolean due = timing.delay().isZero();
    if (due && waiting.isEmpty()) {
      task.run();
      return;
    }
    Item item = new Item(task, due);
    waiting.add(item);
    if (!due) {
      timers.after(timing.delay(), () -> fallDue(item));
    }
  }

  private void fallDue(Item item) {
    item.due = true;
    while (!waiting.isEmpty() && waiting.element().due) {
      waiting.remove().task.run();
    }
  }
}
