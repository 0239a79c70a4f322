package dev.broadcasttck.conformance.relay;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;

/** Who stands between the clients of a relay and its server. Lives on one loop with the relay. */
public interface Gatekeeper {
  /** The loop, of one thread. */
  EventLoopGroup loops();

  /**
   * Whether a connection is not the server's but is answered here.
   *
   * @param line the first one of its first request
   */
  boolean answers(String line);

  /** Takes such a connection over; what it says is handed to its pipeline next. */
  void answer(Channel connection);

  /**
   * A socket is asked for.
   *
   * @param head the first line of the request, and its headers
   */
  Escort escort(String head, Sides sides);
}
