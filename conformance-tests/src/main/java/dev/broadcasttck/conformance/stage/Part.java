package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A channel of an actor.
 *
 * @param actor whose it is
 * @param handle its name among the actor's channels
 * @param topic as users write it, without {@code realtime:}
 * @param options its configuration
 * @param channel the driver's
 * @param listeners the event of each listener, by the listener's name
 * @param subscribed whether it was subscribed and has not left since
 * @param settledAt how long the tape was when it last joined, left, or got a listener
 */
public record Part(
    String actor,
    String handle,
    String topic,
    ChannelOptions options,
    DriverChannel channel,
    Map<String, String> listeners,
    AtomicBoolean subscribed,
    AtomicInteger settledAt) {

  /** Adds a listener for an event, or for {@code *}. */
  public void listen(String listener, String event) {
    listeners.put(listener, event);
    channel.on(listener, event);
  }

  /** The topic as on the socket. */
  public String socketTopic() {
    return "realtime:" + topic;
  }
}
