package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;

/** Replies to no broadcast. */
final class AckMissing implements Disturbance {
  @Override
  public Course<ServerMessage> replying(Push to, ServerMessage reply) {
    return to.isEvent("broadcast") ? Course.nothing() : Course.of(reply);
  }
}
