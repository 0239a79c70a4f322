package dev.broadcasttck.conformance.stage;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket server that does nothing but what a test tells it to. */
public final class ScriptedServer implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
  private final Channel door;

  public ScriptedServer() {
    door =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    accept(channel);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  public URI url() {
    int port = ((InetSocketAddress) door.localAddress()).getPort();
    return URI.create("ws://127.0.0.1:" + port + "/socket/websocket");
  }

  /** The next socket that was opened. */
  public Peer accept() throws InterruptedException {
    return accept(Duration.ofSeconds(5));
  }

  /** The same, for somebody of another patience. */
  public Peer accept(Duration patience) throws InterruptedException {
    Peer peer = peers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (peer == null) {
      throw new AssertionError("nobody opened a socket");
    }
    return peer;
  }

  public boolean isUntouched() {
    return peers.isEmpty();
  }

  @Override
  public void close() {
    door.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void accept(SocketChannel channel) {
    WebSocketServerProtocolConfig config =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/socket/websocket")
            .checkStartsWith(true)
            .handleCloseFrames(false)
            .sendCloseFrame(null)
            .build();
    channel
        .pipeline()
        .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536))
        .addLast(new WebSocketServerProtocolHandler(config))
        .addLast(new Peer(peers::add))
        .addLast(new Nobody());
  }

  /** Answers whatever is no socket with 404. */
  private static final class Nobody extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      DefaultFullHttpResponse notFound =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND);
      ChannelFuture unused =
          context.writeAndFlush(notFound).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
