package dev.broadcasttck.conformance.wire;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, once. */
public final class Lazily<T> {
  private final Supplier<T> making;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<T> made = Optional.empty();

  public Lazily(Supplier<T> making) {
    this.making = making;
  }

  public T get() {
    lock.lock();
    try {
      T thing = made.orElseGet(making);
      made = Optional.of(thing);
      return thing;
    } finally {
      lock.unlock();
    }
  }
}
