package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.message.PayloadLimit;

/**
 * How much a project may do.
 *
 * @param eventsPerSecond also what its REST answers say as {@code x-rate-limit}
 * @param users sockets that have joined something
 * @param channels on one socket
 * @param presenceCalls on one channel within 30 seconds
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

  public Limits withEventsPerSecond(int value) {
    return new Limits(value, joinsPerSecond, users, channels, presenceCalls, payload);
  }

  public Limits withJoinsPerSecond(int value) {
    return new Limits(eventsPerSecond, value, users, channels, presenceCalls, payload);
  }

  public Limits withUsers(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, value, channels, presenceCalls, payload);
  }

  public Limits withChannels(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, users, value, presenceCalls, payload);
  }

  public Limits withPresenceCalls(int value) {
    return new Limits(eventsPerSecond, joinsPerSecond, users, channels, value, payload);
  }

  public Limits withPayloadKilobytes(int value) {
    return new Limits(
        eventsPerSecond, joinsPerSecond, users, channels, presenceCalls, new PayloadLimit(value));
  }

  /** Whether there is a limit of events at all, so that nobody measures in vain. */
  public boolean hasEventLimit() {
    return eventsPerSecond < PLENTY;
  }
}
