package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.lint.Channel.Stage;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a client pushed, as far as its answer depends on it.
 *
 * @param channel how it stood at that time; empty where it was neither joined nor left
 * @param number grows from push to push
 */
record Push(String topic, String event, JsonNode joinRef, Optional<Channel> channel, int number) {
  /** The number of a push that cannot be told from another. */
  static final int UNCLEAR = -1;

  Push(Envelope message, Optional<Channel> channel, int number) {
    this(message.topic(), message.event(), message.joinRef(), channel, number);
  }

  /** The channel, where it was joined beyond doubt. */
  Optional<Channel> joined() {
    return channel.filter(it -> it.is(Stage.JOINED));
  }
}
