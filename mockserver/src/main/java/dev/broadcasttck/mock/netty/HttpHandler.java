package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.script.Knock;
import dev.broadcasttck.mock.script.Reception;
import dev.broadcasttck.mock.script.Treatment;
import dev.broadcasttck.mock.session.Conversation;
import dev.broadcasttck.mock.time.Timers;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers HTTP requests, and turns the connection into a socket where one is granted. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int LONGEST_MESSAGE = 5_000_000;
  private static final boolean IGNORING_CASE = true;
  private static final String AGGREGATOR = "aggregator";

  /** Closing is left to us: the library would say a reason, the real server does not. */
  private static final WebSocketDecoderConfig DECODER =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(LONGEST_MESSAGE)
          .allowExtensions(false)
          .closeOnProtocolViolation(false)
          .withUTF8Validator(false)
          .build();

  private final Supplier<Site> behind;
  private final Sockets sockets;
  private final Timers timers;

  /**
   * @param behind what there is at the moment
   */
  HttpHandler(Supplier<Site> behind, Sockets sockets, Timers timers) {
    this.behind = behind;
    this.sockets = sockets;
    this.timers = timers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
    context.pipeline().get(RequestWatch.class).complete();
    if (!message.decoderResult().isSuccess()) {
      write(context, false, Answer.words(400, "Bad Request"));
      return;
    }
    Request request = Requests.of(message);
    boolean stays = HttpUtil.isKeepAlive(message);
    Site site = behind.get();
    Optional<AdminApi> admin = site.admin().filter(it -> it.isFor(request));
    if (admin.isPresent()) {
      admin.get().answer(request, new AdminReply(context, answer -> write(context, stays, answer)));
    } else if (site.isForSocket(request)) {
      open(context, message, site.judge(request));
    } else {
      Reception<Answer> reception = site.answer(request);
      treat(context, reception.treatment());
      reception.answer().ifPresent(answer -> write(context, stays, answer));
    }
  }

  private static void treat(ChannelHandlerContext context, Treatment treatment) {
    if (treatment == Treatment.RESET) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      context.close();
    }
  }

  private void open(ChannelHandlerContext context, FullHttpRequest request, Knock knock) {
    treat(context, knock.reception().treatment());
    knock.reception().answer().ifPresent(handshake -> open(context, request, knock, handshake));
  }

  private void open(
      ChannelHandlerContext context, FullHttpRequest request, Knock knock, Handshake handshake) {
    boolean stays = HttpUtil.isKeepAlive(request);
    if (handshake instanceof Handshake.Refused refused) {
      refuse(context, stays, refused);
    } else if (isUpgrade(request.headers())) {
      upgrade(context, request, knock, (Handshake.Accepted) handshake);
    } else {
      write(context, stays, Answer.words(400, "Bad Request"));
    }
  }

  private static boolean isUpgrade(HttpHeaders headers) {
    return headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
        && headers.containsValue(
            HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, IGNORING_CASE)
        && headers.containsValue(
            HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, IGNORING_CASE);
  }

  private void refuse(ChannelHandlerContext context, boolean stays, Handshake.Refused refused) {
    Duration delay = behind.get().profile().refusalDelay();
    if (refused.isSlow() && !delay.isZero()) {
      timers.after(delay, () -> write(context, stays, refused.answer()));
    } else {
      write(context, stays, refused.answer());
    }
  }

  private void upgrade(
      ChannelHandlerContext context,
      FullHttpRequest request,
      Knock knock,
      Handshake.Accepted accepted) {
    var headers = new DefaultHttpHeaders();
    Answer.empty(101).headers().forEach(headers::set);
    headers.remove(HttpHeaderNames.VARY).set(HttpHeaderNames.DATE, date());
    Mouth.spell(context.channel(), accepted.manner());
    // Chosen by hand: the library's choice refuses versions that the real server takes.
    new WebSocketServerHandshaker13("", null, DECODER)
        .handshake(context.channel(), request, headers, context.newPromise());
    context.pipeline().addLast(AGGREGATOR, new WebSocketFrameAggregator(LONGEST_MESSAGE));
    OpenSocket socket = sockets.on(context.channel());
    Site site = behind.get();
    Conversation conversation = site.open(knock, accepted, socket);
    context
        .pipeline()
        .addBefore(AGGREGATOR, null, new Fragments(conversation::manners))
        .addLast(new SocketHandler(conversation, socket));
    if (site.profile().closesIdleSockets()) {
      context
          .pipeline()
          .addBefore(
              AGGREGATOR,
              null,
              new IdleWatch(
                  timers, () -> conversation.manners().noticesLife(), () -> socket.close(1000)));
    }
    context.pipeline().remove(RequestWatch.class);
    context.pipeline().remove(this);
  }

  private void write(ChannelHandlerContext context, boolean stays, Answer answer) {
    if (answer.keptBack().isZero()) {
      writeNow(context, stays, answer);
    } else {
      context
          .executor()
          .schedule(
              () -> writeNow(context, stays, answer),
              answer.keptBack().toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  private void writeNow(ChannelHandlerContext context, boolean stays, Answer answer) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.body().toArray()));
    answer.headers().forEach(response.headers()::set);
    Mouth.spell(context.channel(), answer.manner());
    response.headers().set(HttpHeaderNames.DATE, date());
    HttpUtil.setContentLength(response, answer.body().length());
    HttpUtil.setKeepAlive(response, stays);
    ChannelFuture written = context.writeAndFlush(response);
    if (!stays) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private String date() {
    return DateFormatter.format(Date.from(timers.now()));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Sockets.report(cause);
    context.close();
  }
}
