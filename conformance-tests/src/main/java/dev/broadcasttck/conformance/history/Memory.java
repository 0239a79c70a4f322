package dev.broadcasttck.conformance.history;

/**
 * How much is remembered. What is forgotten is judged no more, so that less is found, and nothing
 * that is not so.
 *
 * @param perSocket of each kind (pushes, topics, arrivals), on each open socket
 * @param alike pushes of one reference, or joins of one topic, on each open socket
 * @param broadcasts on all sockets together
 */
public record Memory(int perSocket, int alike, int broadcasts) {
  /** For a tape, which has an end. */
  public static final Memory OF_ALL =
      new Memory(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** For traffic that may go on for ever. */
  public static final Memory OF_LATE = new Memory(500, 20, 20_000);
}
