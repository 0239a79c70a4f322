package dev.broadcasttck.conformance.history;

import java.util.List;

/** Something that holds for every conversation, watched on one socket, line by line. */
@FunctionalInterface
public interface Law {
  /** What the line breaks; lines come in the order in which they passed. */
  List<Violation> read(Line line);

  /** Begins to watch over a socket. */
  @FunctionalInterface
  interface Watch {
    Law over(Conversation conversation, Ledger ledger);
  }
}
