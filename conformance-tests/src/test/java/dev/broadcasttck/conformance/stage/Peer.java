package dev.broadcasttck.conformance.stage;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The server's end of a socket: what came, in words, and what to send. */
public final class Peer extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final Consumer<Peer> whenOpen;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private volatile Channel channel;
  private volatile String request;

  Peer(Consumer<Peer> whenOpen) {
    this.whenOpen = whenOpen;
  }

  /** The path and query of the upgrade. */
  public String request() {
    return request;
  }

  /** A text frame verbatim, a binary one as {@code hex:…}, a close as {@code close:CODE}. */
  public String next() throws InterruptedException {
    return next(Duration.ofSeconds(5));
  }

  /** The same, for somebody of another patience. */
  public String next(Duration patience) throws InterruptedException {
    String frame = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (frame == null) {
      throw new AssertionError("no frame came");
    }
    return frame;
  }

  public void send(String text) {
    write(new TextWebSocketFrame(text));
  }

  public void sendHex(String hex) {
    write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex))));
  }

  public void close(int code) {
    write(new CloseWebSocketFrame(code, ""));
  }

  public void cut() {
    channel.close().syncUninterruptibly();
  }

  private void write(WebSocketFrame frame) {
    // What a client that is gone does not get is for the test to find out by what does not come.
    ChannelFuture unused = channel.writeAndFlush(frame).awaitUninterruptibly();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete handshake) {
      channel = context.channel();
      request = handshake.requestUri();
      whenOpen.accept(this);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text) {
      received.add(text.text());
    } else if (frame instanceof CloseWebSocketFrame close) {
      received.add("close:" + close.statusCode());
      ChannelFuture unused =
          context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
    } else {
      received.add("hex:" + ByteBufUtil.hexDump(frame.content()));
    }
  }
}
