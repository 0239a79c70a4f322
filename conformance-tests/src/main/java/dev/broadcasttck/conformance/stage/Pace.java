package dev.broadcasttck.conformance.stage;

/** Holds an actor back until the endpoint's quota lets it go on. */
public interface Pace {
  /** Waits for leave to join. */
  void beforeJoin() throws InterruptedException;

  /**
   * Waits for leave to send a broadcast.
   *
   * @param members how many members of the topic may get the broadcast
   */
  void beforeBroadcast(int members) throws InterruptedException;
}
