package dev.broadcasttck.conformance.served;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the adapter says of itself when it is asked first. */
final class Introduction {
  private static final List<String> METHODS =
      List.of(
          "open",
          "httpSend",
          "setAuth",
          "callbackToken",
          "tokenFunction",
          "unsubscribe",
          "removeChannel",
          "disconnect",
          "forget");

  private Introduction() {}

  static ObjectNode of(DriverProfile profile) {
    ObjectNode words =
        Json.object()
            .put("protocol", 1)
            .put("vsn", profile.vsn().vsn())
            .put("eventMatch", "any case")
            .put("wildcard", true)
            .put("acknowledgements", true)
            .put("callback", "payload")
            .put("sendBeforeJoined", "rest");
    words.set("sdk", Json.object().put("name", profile.name()).put("version", profile.version()));
    words.set("settable", texts(List.of("timeoutMs", "heartbeatMs", "reconnectMs", "vsn")));
    words.set("timers", timers(profile.timers()));
    words.set("methods", texts(METHODS));
    words.set("encodings", texts(List.of("text")));
    return words;
  }

  private static ObjectNode timers(Timers timers) {
    return Json.object()
        .put("timeoutMs", millis(timers.timeout()))
        .put("heartbeatMs", millis(timers.heartbeat()))
        .put("reconnectMs", millis(timers.reconnect()));
  }

  private static long millis(Optional<Duration> time) {
    return time.orElseThrow().toMillis();
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }
}
