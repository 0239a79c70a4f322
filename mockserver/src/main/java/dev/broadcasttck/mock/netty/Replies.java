package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Header;
import dev.broadcasttck.mock.neighbour.Reply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a neighbour replied, on the wire. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class Replies {
  private static final Reply.Drip AT_ONCE = new Reply.Drip(1, Duration.ZERO);

  private Replies() {}

  /** What is answered where the neighbour could not. */
  static Reply failed(@Nullable Throwable failure) {
    return new Reply.Answered(
        500,
        List.of(new Header("content-type", "text/plain; charset=utf-8")),
        Bytes.utf8("the neighbour failed: " + failure));
  }

  /**
   * Writes it.
   *
   * @param stays whether the connection is to be used again
   * @param then what follows when all is written, if it is
   */
  static void write(ChannelHandlerContext context, boolean stays, Reply reply, Runnable then) {
    if (reply instanceof Reply.Answered answered) {
      answer(context, stays, answered, then);
    } else if (reply instanceof Reply.Broken broken) {
      end(context, broken);
    }
  }

  private static void answer(
      ChannelHandlerContext context, boolean stays, Reply.Answered answered, Runnable then) {
    HttpResponse head = head(answered);
    boolean keeps = stays && HttpUtil.isKeepAlive(head);
    HttpUtil.setKeepAlive(head, keeps);
    context.write(head);
    ByteBuf body = Unpooled.wrappedBuffer(answered.body().toArray());
    drip(context, body, answered.drip().orElse(AT_ONCE), keeps, then);
  }

  private static HttpResponse head(Reply.Answered answered) {
    HttpResponseStatus status =
        answered
            .reason()
            .map(words -> new HttpResponseStatus(answered.status(), words))
            .orElseGet(() -> HttpResponseStatus.valueOf(answered.status()));
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
    HttpHeaders headers = head.headers();
    answered.headers().forEach(header -> headers.add(header.name(), header.value()));
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    if (!headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
      HttpUtil.setContentLength(head, answered.body().length());
    }
    return head;
  }

  private static void drip(
      ChannelHandlerContext context, ByteBuf body, Reply.Drip drip, boolean keeps, Runnable then) {
    if (drip.pieces() == 1) {
      context.write(new DefaultHttpContent(body));
      finish(context, keeps, then);
      return;
    }
    context.writeAndFlush(
        new DefaultHttpContent(body.readRetainedSlice(body.readableBytes() / drip.pieces())));
    Duration pause = drip.over().dividedBy(drip.pieces());
    var rest = new Reply.Drip(drip.pieces() - 1, drip.over().minus(pause));
    context
        .executor()
        .schedule(
            () -> drip(context, body, rest, keeps, then), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void finish(ChannelHandlerContext context, boolean keeps, Runnable then) {
    ChannelFuture written = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    if (keeps) {
      then.run();
    } else {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Below the codec, which would not write what is no answer. */
  private static void end(ChannelHandlerContext context, Reply.Broken broken) {
    ChannelHandlerContext wire = context.pipeline().context(HttpServerCodec.class);
    Optional.of(broken.words())
        .filter(words -> words.length() > 0)
        .ifPresent(words -> wire.writeAndFlush(Unpooled.wrappedBuffer(words.toArray())));
    if (broken.end() == Reply.End.RESET) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }
    context.close();
  }
}
