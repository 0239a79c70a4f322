package dev.broadcasttck.conformance.served;

import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client and its channels, by the handles that the harness chose. */
record Served(DriverClient client, Promises promises, Map<String, DriverChannel> channels) {
  Served(DriverClient client, Promises promises) {
    this(client, promises, new HashMap<>());
  }

  DriverChannel channel(Parameters parameters) {
    String handle = parameters.text("channel");
    return Optional.ofNullable(channels.get(handle))
        .orElseThrow(() -> Refusal.unknown("channel", handle));
  }
}
