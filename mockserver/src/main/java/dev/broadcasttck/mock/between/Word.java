package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.ServerMessage;

/** What a frame of the server's says. */
public sealed interface Word {
  /** A reply, or something about a channel. */
  record Said(ServerMessage message) implements Word {}

  /** A broadcast for a channel. */
  record Spread(Broadcast broadcast) implements Word {}
}
