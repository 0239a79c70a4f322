package dev.broadcasttck.conformance.sdk;

import java.util.Map;

/** A client of the SDK under test, by the handle that we gave it. */
record SdkClient(Adapter adapter, String handle) {

  /** Makes a channel without subscribing it; the config is the protocol's. */
  SdkChannel channel(String topic, Map<String, ?> config) {
    adapter.call(
        "channel", Map.of("client", handle, "channel", topic, "topic", topic, "config", config));
    return new SdkChannel(this, topic);
  }

  void disconnect() {
    adapter.call("disconnect", Map.of("client", handle));
  }
}
