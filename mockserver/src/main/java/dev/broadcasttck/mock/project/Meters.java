package dev.broadcasttck.mock.project;

import dev.broadcasttck.mock.time.Timers;
import java.time.Duration;

/**
 * What a project measures itself by.
 *
 * @param events broadcasts, wherever they come from
 * @param joins by all its sockets
 * @param requests over HTTP
 */
public record Meters(Meter events, Meter joins, Meter requests) {
  private static final Duration SOCKET_TICK = Duration.ofSeconds(5);
  private static final Duration REQUEST_TICK = Duration.ofSeconds(1);

  static Meters exact(Timers timers) {
    return new Meters(new SecondMeter(timers), new SecondMeter(timers), new SecondMeter(timers));
  }

  static Meters averaged(Timers timers) {
    return new Meters(
        new AverageMeter(timers, SOCKET_TICK),
        new AverageMeter(timers, SOCKET_TICK),
        new AverageMeter(timers, REQUEST_TICK));
  }
}
