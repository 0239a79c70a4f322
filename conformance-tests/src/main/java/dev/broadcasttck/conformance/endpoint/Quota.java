package dev.broadcasttck.conformance.endpoint;

/**
 * What an endpoint is willing to bear.
 *
 * @param sockets open at the same time
 * @param joinsPerSecond joins sent in any second
 * @param eventsPerSecond broadcasts sent and delivered in any second
 * @param payloadKilobytes of the largest payload
 */
public record Quota(int sockets, int joinsPerSecond, int eventsPerSecond, int payloadKilobytes) {
  /** For a server about which nothing is known. */
  public static final Quota STRANGER = new Quota(20, 20, 50, 250);

  /** For a server of our own. */
  public static final Quota OWN = new Quota(1_000, 100_000, 1_000_000, 5_000);

  /**
   * How many playings whose time counts may go on together: a server of our own shares this
   * machine's processors with them.
   *
   * @param others at a server elsewhere
   */
  public int sideBySide(int others) {
    return equals(OWN) ? Math.min(others, Runtime.getRuntime().availableProcessors()) : others;
  }
}
