package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.admin.Reply;
import dev.broadcasttck.mock.http.Answer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The way back to somebody who asked the admin API. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
record AdminReply(ChannelHandlerContext context, Consumer<Answer> answers) implements Reply {
  @Override
  public void say(Answer answer) {
    answers.accept(answer);
  }

  @Override
  public Stream begin() {
    var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    HttpUtil.setTransferEncodingChunked(head, true);
    context.writeAndFlush(head);
    return new Events(context);
  }

  private record Events(ChannelHandlerContext context) implements Stream {
    @Override
    public boolean isReady() {
      return context.channel().isActive() && context.channel().isWritable();
    }

    @Override
    public void say(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }

    @Override
    public void whenReady(Runnable task) {
      context
          .pipeline()
          .addLast(
              new ChannelInboundHandlerAdapter() {
                @Override
                public void channelWritabilityChanged(ChannelHandlerContext changed) {
                  task.run();
                }
              });
    }

    @Override
    public void whenGone(Runnable task) {
      context.channel().closeFuture().addListener(gone -> task.run());
    }
  }
}
