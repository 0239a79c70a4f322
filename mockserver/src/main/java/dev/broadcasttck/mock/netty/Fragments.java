package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.session.Manners;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Supplier;

/**
 * Where a server does not wait for the rest, takes the first fragment of a message for all of it.
 */
final class Fragments extends ChannelInboundHandlerAdapter {
  private final Supplier<Manners> manners;
  private boolean skipping;

  Fragments(Supplier<Manners> manners) {
    this.manners = manners;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ContinuationWebSocketFrame rest && skipping) {
      skipping = !rest.isFinalFragment();
      ReferenceCountUtil.release(message);
    } else if (message instanceof WebSocketFrame frame && isFirst(frame)) {
      skipping = !manners.get().waitsForTheRest();
      context.fireChannelRead(skipping ? whole(frame) : frame);
    } else {
      context.fireChannelRead(message);
    }
  }

  private static boolean isFirst(WebSocketFrame frame) {
    return !frame.isFinalFragment() && !(frame instanceof ContinuationWebSocketFrame);
  }

  private static WebSocketFrame whole(WebSocketFrame first) {
    return first instanceof TextWebSocketFrame
        ? new TextWebSocketFrame(true, first.rsv(), first.content())
        : new BinaryWebSocketFrame(true, first.rsv(), first.content());
  }
}
