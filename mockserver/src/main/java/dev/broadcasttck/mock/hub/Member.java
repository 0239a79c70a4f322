package dev.broadcasttck.mock.hub;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import tools.jackson.databind.JsonNode;

/** A joined channel of one socket. */
public interface Member {
  ProtocolVersion version();

  /** Which of its socket's channels it is, in the order of their joins, from 1. */
  int ordinal();

  /** The member itself, where this one stands before it. */
  default Member origin() {
    return this;
  }

  /** Never waits: a member that cannot keep up is given up. */
  void deliver(Delivery delivery);

  /** Likewise. */
  void announce(String event, JsonNode payload);
}
