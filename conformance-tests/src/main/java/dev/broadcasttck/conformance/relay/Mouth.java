package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/** Where a lane begins: what a connection says, how it ends. */
final class Mouth extends ChannelInboundHandlerAdapter {
  private final Lane lane;
  private final Customs customs;

  Mouth(Lane lane, Customs customs) {
    this.lane = lane;
    this.customs = customs;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    lane.carry(customs.pass((ByteBuf) message));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      end();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
    customs.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    lane.cut();
  }

  private void end() {
    lane.carry(customs.rest());
    lane.end();
  }
}
