package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.session.Conversation;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;

/** Carries what one socket receives to its conversation. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int NO_CODE = -1;
  private static final int NO_CODE_SAID = 1005;
  private static final int SECONDS_TO_LINGER = 5;

  private final Conversation conversation;
  private final OpenSocket socket;

  SocketHandler(Conversation conversation, OpenSocket socket) {
    this.conversation = conversation;
    this.socket = socket;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    socket.open();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      conversation.receive(new Frame(Frame.Kind.TEXT, bytes(frame)));
    } else if (frame instanceof BinaryWebSocketFrame) {
      conversation.receive(new Frame(Frame.Kind.BINARY, bytes(frame)));
    } else if (frame instanceof PingWebSocketFrame) {
      answer(context, bytes(frame));
    } else if (frame instanceof CloseWebSocketFrame close) {
      answer(context, close);
    }
  }

  private void answer(ChannelHandlerContext context, Bytes ping) {
    conversation
        .manners()
        .pong(ping)
        .map(pong -> new PongWebSocketFrame(Unpooled.wrappedBuffer(pong.toArray())))
        .ifPresent(context::writeAndFlush);
  }

  private static Bytes bytes(WebSocketFrame frame) {
    return Bytes.of(ByteBufUtil.getBytes(frame.content()));
  }

  /** With the client's code and without its reason (recording 24_raw_ws). */
  private void answer(ChannelHandlerContext context, CloseWebSocketFrame close) {
    int code = close.statusCode() == NO_CODE ? NO_CODE_SAID : close.statusCode();
    if (!conversation.closing(code)) {
      conversation.end();
      return;
    }
    close(
        context,
        close.statusCode() == NO_CODE
            ? new CloseWebSocketFrame()
            : new CloseWebSocketFrame(conversation.manners().farewell(close.statusCode()), ""));
  }

  /** The session ends here and not with the connection: nothing may follow a close frame. */
  private void close(ChannelHandlerContext context, CloseWebSocketFrame frame) {
    conversation.end();
    context.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
  }

  /** A client that is still sending would lose the close frame if the connection were cut now. */
  private void sayAndLinger(ChannelHandlerContext context, int code) {
    conversation.end();
    context
        .writeAndFlush(new CloseWebSocketFrame(code, ""))
        .addListener(done -> ((SocketChannel) context.channel()).shutdownOutput());
    context.executor().schedule(() -> context.close(), SECONDS_TO_LINGER, TimeUnit.SECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    socket.gone();
    conversation.gone();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      sayAndLinger(context, conversation.manners().objection(corrupted.closeStatus().code()));
    } else if (cause instanceof TooLongFrameException) {
      sayAndLinger(context, WebSocketCloseStatus.MESSAGE_TOO_BIG.code());
    } else {
      Sockets.report(cause);
      context.close();
    }
  }
}
