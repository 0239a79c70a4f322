package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/** Both sides of a socket, as the one in between reaches them. Bytes are given away. */
public interface Sides {
  void toClient(ByteBuf bytes);

  void toServer(ByteBuf bytes);

  /** The client's connection, for what goes beneath all frames. */
  Channel client();

  /** Ends both connections, behind what has been written. */
  void end();
}
