package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.message.PayloadLimit;

/**
 * How much a project may do, all its clients together where nothing else is said. What is beyond
 * that is refused as the real server does it: a request, also one for a socket, with 429, a join
 * with the reply {@code error}; of events, the channels that get too many are closed, and not those
 * that send them.
 *
 * @param eventsPerSecond over sockets; of requests over REST likewise, which their answers say as
 *     {@code x-rate-limit}
 * @param users sockets that have joined something
 * @param channels on one socket
 * @param presenceCalls on one channel within 30 seconds
 * @param payload how large a message may be
 */
public record Limits(
    int eventsPerSecond,
    int joinsPerSecond,
    int users,
    int channels,
    int presenceCalls,
    PayloadLimit payload) {
  private static final int PLENTY = 1_000_000;

  /** Nothing but large payloads is refused. */
  public static final Limits NONE =
      new Limits(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY, PayloadLimit.DEFAULT);

  /** What a hosted project has by default (recording 11_rest_ok and the recordings' tenants). */
  public static final Limits HOSTED = new Limits(100, 100, 200, 100, 5, PayloadLimit.DEFAULT);

  /** The same with another number of events. */
  public Limits withEventsPerSecond(int value) {
    return new Limits(value, joinsPerSecond, users, channels, presenceCalls, payload);
  }

  /** The same with another number of joins. */
  public Limits withJoinsPerSecond(int value) {
    return new Limits(eventsPerSecond, value, users, channels, presenceCalls, payload);
  }

  /** The same with another number of users. */
  public Limits withUsers(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, value, channels, presenceCalls, payload);
  }

  /** The same with another number of channels. */
  public Limits withChannels(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, users, value, presenceCalls, payload);
  }

  /** The same with another number of presence calls. */
  public Limits withPresenceCalls(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, users, channels, value, payload);
  }

  /** The same with another size of payloads, in units of 1,000 bytes. */
  public Limits withPayloadKilobytes(int value) {
    return new Limits(
        eventsPerSecond, joinsPerSecond, users, channels, presenceCalls, new PayloadLimit(value));
  }

  /** Whether there is a limit of events at all, so that nobody measures in vain. */
  public boolean hasEventLimit() {
    return eventsPerSecond < PLENTY;
  }
}
