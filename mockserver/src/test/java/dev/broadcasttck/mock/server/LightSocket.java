package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket that only counts what it hears, so that there may be thousands of them. */
final class LightSocket {
  private static final int LARGEST = 8_000_000;
  private static final int SECONDS = 20;

  private final AtomicInteger heard = new AtomicInteger();
  private final CompletableFuture<LightSocket> open = new CompletableFuture<>();
  private final Channel channel;
  private volatile int longest;

  private LightSocket(URI address, EventLoopGroup loop) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address)
            .version(WebSocketVersion.V13)
            .customHeaders(EmptyHttpHeaders.INSTANCE)
            .maxFramePayloadLength(LARGEST)
            .build();
    this.channel =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    connection
                        .pipeline()
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(65_536))
                        .addLast(new WebSocketClientProtocolHandler(config))
                        .addLast(new WebSocketFrameAggregator(LARGEST))
                        .addLast(new Listening());
                  }
                })
            .connect(new InetSocketAddress(address.getHost(), address.getPort()))
            .syncUninterruptibly()
            .channel();
  }

  static CompletableFuture<LightSocket> open(BroadcastMock mock, EventLoopGroup loop) {
    return new LightSocket(Sockets.address(mock, "2.0.0"), loop).open;
  }

  void send(String frame) {
    // What fails to be written is missed by whoever waits for its answer.
    var unused = channel.writeAndFlush(new TextWebSocketFrame(frame), channel.voidPromise());
  }

  /** Joins a topic, whose name is without {@code realtime:}. */
  void join(String topic, String config) {
    send("[\"1\",\"1\",\"realtime:%s\",\"phx_join\",{\"config\":%s}]".formatted(topic, config));
  }

  void broadcast(String topic, String event) {
    send(
        "[\"1\",\"2\",\"realtime:%s\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"%s\"}]"
            .formatted(topic, event));
  }

  /** Reads no more, as somebody whose machine is too busy. */
  void stopReading() {
    channel.config().setAutoRead(false);
  }

  void readOn() {
    channel.config().setAutoRead(true);
  }

  /** Ends the connection without a word. */
  void cut() {
    channel.close().syncUninterruptibly();
  }

  int heard() {
    return heard.get();
  }

  /** How many characters the longest message had. */
  int longest() {
    return longest;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  void awaitEnd() {
    assertThat(channel.closeFuture().awaitUninterruptibly(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private final class Listening extends SimpleChannelInboundHandler<WebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        open.complete(LightSocket.this);
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (!(frame instanceof CloseWebSocketFrame)) {
        longest = Math.max(longest, frame.content().readableBytes());
        heard.incrementAndGet();
      }
    }
  }
}
