package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.TransportOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What all plain sockets and calls of a run go out through. */
public final class PlainNetwork implements AutoCloseable {
  /** How long a connection may take, and TLS on it as long again. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int THREADS = 2;

  /** How one is connected. */
  @FunctionalInterface
  private interface Line {
    ChannelFuture connect(URI uri, List<ChannelHandler> handlers);
  }

  private final Line line;
  private final Runnable end;

  private PlainNetwork(Line line, Runnable end) {
    this.line = line;
    this.end = end;
  }

  /**
   * A network of its own threads, to be closed.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if the CA file cannot be used
   */
  public static PlainNetwork open(TransportOptions options) {
    Uplink uplink = Uplink.of(options);
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("tck-plain", true), NioIoHandler.newFactory());
    return new PlainNetwork(
        (uri, handlers) -> connect(loops, uplink, uri, handlers),
        () -> loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly());
  }

  /** A network that leads nowhere: what is sent is dropped, and nothing comes. */
  public static PlainNetwork mute() {
    return new PlainNetwork(
        (uri, handlers) -> new EmbeddedChannel(new Drain()).newSucceededFuture(), () -> {});
  }

  /** Connects; the handlers see the connection when it is ready for their bytes. */
  ChannelFuture connect(URI uri, List<ChannelHandler> handlers) {
    return line.connect(uri, handlers);
  }

  /**
   * Connects, as far as TLS where the address wants it, and hangs up.
   *
   * @return why it does not come that far; empty where it does
   * @throws InterruptedException if the work is being ended
   */
  public Optional<Loss> obstacle(URI uri) throws InterruptedException {
    ChannelFuture connected = connect(uri, List.of(new Indifferent())).await();
    Channel channel = connected.channel();
    try {
      SslHandler tls = channel.pipeline().get(SslHandler.class);
      Future<?> last =
          connected.isSuccess() && tls != null ? tls.handshakeFuture().await() : connected;
      return Optional.ofNullable(last.cause()).map(Loss::of);
    } finally {
      channel.close().await();
    }
  }

  /** What went wrong is told by a future already. */
  private static final class Indifferent extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
  }

  private static ChannelFuture connect(
      EventLoopGroup loops, Uplink uplink, URI uri, List<ChannelHandler> handlers) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    uplink.prepare(channel, uri);
                    handlers.forEach(channel.pipeline()::addLast);
                  }
                });
    return uplink.connect(bootstrap, uri);
  }

  /** The Host header's value for an address. */
  static String host(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public void close() {
    end.run();
  }
}
