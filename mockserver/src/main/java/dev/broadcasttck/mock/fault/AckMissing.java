package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.List;

/** Replies to no broadcast. */
final class AckMissing implements Disturbance {
  @Override
  public List<ServerMessage> replying(Push to, ServerMessage reply) {
    return to.isEvent("broadcast") ? List.of() : List.of(reply);
  }
}
