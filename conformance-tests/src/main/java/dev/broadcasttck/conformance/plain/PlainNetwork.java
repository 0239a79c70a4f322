package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.wire.TransportOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What all plain sockets and calls of a run go out through. */
public final class PlainNetwork implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;
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

  private static ChannelFuture connect(
      EventLoopGroup loops, Uplink uplink, URI uri, List<ChannelHandler> handlers) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
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
