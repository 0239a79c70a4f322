package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.spec.scenario.ClientSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The times that a client keeps; what is absent is left to it.
 *
 * @param timeout how long joins and sends wait for a reply
 * @param heartbeat how often the socket's life is shown
 * @param reconnect how long it waits before it first tries to connect again
 */
public record Timers(
    Optional<Duration> timeout, Optional<Duration> heartbeat, Optional<Duration> reconnect) {
  /** Everything is left to the client. */
  public static final Timers NONE =
      new Timers(Optional.empty(), Optional.empty(), Optional.empty());

  /** Those that a script gives a client. */
  public static Timers of(ClientSettings settings) {
    return new Timers(settings.timeout(), settings.heartbeat(), settings.reconnect());
  }

  public static Timers timeout(Duration timeout) {
    return new Timers(Optional.of(timeout), Optional.empty(), Optional.empty());
  }

  /** These, and those of the others that are absent here. */
  public Timers or(Timers others) {
    return new Timers(
        timeout.or(others::timeout),
        heartbeat.or(others::heartbeat),
        reconnect.or(others::reconnect));
  }
}
