package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.WireTap;
import java.time.Duration;
import java.util.Optional;

/**
 * What a client was made with, and where it lives.
 *
 * @param loop tells the client's ear of errors
 * @param options with every time set
 */
record Terms(Workshop workshop, Loop loop, ClientOptions options, WireTap tap) {
  Conduct conduct() {
    return workshop.conduct();
  }

  Duration timeout() {
    return time(options.timers().timeout());
  }

  Duration heartbeat() {
    return time(options.timers().heartbeat());
  }

  Duration reconnect() {
    return time(options.timers().reconnect());
  }

  private static Duration time(Optional<Duration> time) {
    return time.orElseThrow(() -> new IllegalStateException("a client keeps a time nobody set"));
  }
}
