package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.neighbour.Reply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the neighbour about each request of a connection before the mock sees it, one after the
 * other. What is no request passes.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class NeighbourHandler extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(NeighbourHandler.class);

  private final NextDoor door;
  private final Queue<Object> waiting = new ArrayDeque<>();
  private boolean busy;

  NeighbourHandler(NextDoor door) {
    this.door = door;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (busy) {
      waiting.add(message);
    } else if (message instanceof FullHttpRequest request
        && request.decoderResult().isSuccess()
        && NextDoor.isAsked(request.uri())) {
      ask(context, request);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void ask(ChannelHandlerContext context, FullHttpRequest request) {
    busy = true;
    context.channel().config().setAutoRead(false);
    door.ask(
        context.channel(),
        Requests.call(request, context.channel().remoteAddress()),
        (reply, failure) -> heed(context, request, reply, failure));
  }

  private void heed(
      ChannelHandlerContext context,
      FullHttpRequest request,
      @Nullable Reply reply,
      @Nullable Throwable failure) {
    if (reply == null) {
      LOG.error("the neighbour failed", failure);
      follow(context, request, Replies.failed(failure));
    } else if (reply.delay().isZero()) {
      follow(context, request, reply);
    } else {
      context
          .executor()
          .schedule(
              () -> follow(context, request, reply), reply.delay().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void follow(ChannelHandlerContext context, FullHttpRequest request, Reply reply) {
    if (!context.channel().isActive()) {
      request.release();
      return;
    }
    if (reply instanceof Reply.LeftToTheMock) {
      context.fireChannelRead(request);
      next(context);
    } else {
      boolean stays = HttpUtil.isKeepAlive(request);
      request.release();
      Replies.write(context, stays, reply, () -> next(context));
    }
  }

  private void next(ChannelHandlerContext context) {
    door.done(context.channel());
    busy = false;
    context.channel().config().setAutoRead(true);
    while (!busy && !waiting.isEmpty()) {
      channelRead(context, waiting.remove());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    door.done(context.channel());
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    context.fireChannelInactive();
  }
}
