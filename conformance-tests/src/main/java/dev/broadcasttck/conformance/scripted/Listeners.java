package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.Ear;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Those who listen to a channel. Lives on the loop. */
final class Listeners {
  private final String channel;
  private final Ear ear;
  private final Conduct conduct;
  private final List<Listener> listeners = new ArrayList<>();

  Listeners(String channel, Ear ear, Conduct conduct) {
    this.channel = channel;
    this.ear = ear;
    this.conduct = conduct;
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void hear(UserBroadcast message) {
    JsonNode payload = conduct.payloadHeard(message.payload());
    List<Listener> called =
        listeners.stream().filter(listener -> conduct.calls(listener, message.event())).toList();
    if (called.size() > 1 && conduct.does(Misbehaviour.ONE_LISTENER_ONLY)) {
      called = called.subList(0, 1);
    }
    for (Listener listener : called) {
      ear.message(channel, listener.name(), message.event(), payload);
      if (conduct.does(Misbehaviour.DOUBLE_DELIVERY)) {
        ear.message(channel, listener.name(), message.event(), payload);
      }
    }
  }

  void forgetAll() {
    listeners.clear();
  }
}
