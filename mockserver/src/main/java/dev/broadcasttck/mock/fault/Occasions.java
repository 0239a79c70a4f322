package dev.broadcasttck.mock.fault;

import java.util.function.Supplier;

/** On which of its occasions a fault shows. */
public interface Occasions {
  /** Whether this one, which is the next, is among them. */
  boolean include(Supplier<Subject> about);
}
