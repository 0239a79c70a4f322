package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;

/** Replies to no broadcast. */
final class AckMissing implements Disturbance {
  @Override
  public Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return to.isEvent("broadcast") ? Course.nothing() : Course.of(reply);
  }
}
