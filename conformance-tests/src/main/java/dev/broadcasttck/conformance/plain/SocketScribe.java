package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.Redaction;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The receiving side of a {@link PlainSocket}: from Netty to the tape. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class SocketScribe extends SimpleChannelInboundHandler<Object> {
  private static final int LARGEST = 64 * 1024 * 1024;

  /** What a close frame without a code counts as. */
  private static final int NO_CODE = 1005;

  private final String name;
  private final WireTap tap;
  private final Redaction redaction;
  private final Decoder decoder;
  private final WebSocketClientHandshaker handshaker;
  private boolean ended;

  SocketScribe(
      String name,
      WireTap tap,
      Redaction redaction,
      Decoder decoder,
      WebSocketClientHandshaker handshaker) {
    this.name = name;
    this.tap = tap;
    this.redaction = redaction;
    this.decoder = decoder;
    this.handshaker = handshaker;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    handshaker.handshake(context.channel());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (message instanceof FullHttpResponse response) {
      answered(context, response);
    } else if (message instanceof WebSocketFrame frame && !ended) {
      received(context, frame);
    }
  }

  private void answered(ChannelHandlerContext context, FullHttpResponse response) {
    if (!response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      ended = true;
      String body = redaction.text(response.content().toString(StandardCharsets.UTF_8));
      tap.saw(new Happening.SocketRefused(name, response.status().code(), body));
      context.close();
      return;
    }
    context
        .pipeline()
        .addBefore(context.name(), "whole-messages", new WebSocketFrameAggregator(LARGEST));
    tap.saw(new Happening.SocketOpened(name));
    handshaker.finishHandshake(context.channel(), response);
  }

  private void received(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      closed(context, close);
    } else if (frame instanceof PingWebSocketFrame ping) {
      saw("ping", ping);
      context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    } else if (frame instanceof PongWebSocketFrame pong) {
      saw("pong", pong);
    } else {
      Frame read = read(frame);
      tap.saw(new Happening.FrameReceived(name, redaction.frame(read, decoder)));
    }
  }

  private void saw(String kind, WebSocketFrame control) {
    String content = control.content().toString(StandardCharsets.UTF_8);
    tap.saw(new Happening.ControlReceived(name, kind, content));
  }

  private Frame read(WebSocketFrame frame) {
    byte[] bytes = ByteBufUtil.getBytes(frame.content());
    if (!(frame instanceof TextWebSocketFrame)) {
      return decoder.binary(bytes);
    }
    try {
      return decoder.text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Encoder.raw(bytes);
    }
  }

  private void closed(ChannelHandlerContext context, CloseWebSocketFrame close) {
    ended = true;
    int code = close.statusCode() < 0 ? NO_CODE : close.statusCode();
    tap.saw(new Happening.SocketClosed(name, code, redaction.text(close.reasonText())));
    ByteBuf echo = close.content().retainedDuplicate();
    context
        .writeAndFlush(new CloseWebSocketFrame(true, 0, echo))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lost(new Loss(Loss.Cause.CUT_OFF, "the connection ended without a close frame"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    lost(Loss.of(cause));
    context.close();
  }

  /** Tells the tape that the connection came to nothing, unless it knows how the socket ended. */
  void lost(Loss loss) {
    if (!ended) {
      ended = true;
      tap.saw(new Happening.SocketLost(name, redaction.text(loss.toString())));
    }
  }
}
