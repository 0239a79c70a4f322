package dev.broadcasttck.conformance.relay;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands at a server that is not there yet: what goes wrong is told by who waits for it. */
final class Doorstep extends ChannelInboundHandlerAdapter {
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
    // The handshake fails with it, and the connection has been closed.
  }
}
