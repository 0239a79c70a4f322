package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/** Both lanes of one connection. */
record LanePair(Channel client, Lane clientward, Lane serverward) implements Sides {
  @Override
  public void toClient(ByteBuf bytes) {
    clientward.carry(bytes);
  }

  @Override
  public void toServer(ByteBuf bytes) {
    serverward.carry(bytes);
  }

  @Override
  public void end() {
    clientward.end();
    serverward.end();
  }
}
