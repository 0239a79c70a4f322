package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.conformance.wire.Trust;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** What all plain sockets and calls of a run go out through. */
public final class PlainNetwork implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int THREADS = 2;
  private static final Set<String> SECURE = Set.of("wss", "https");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("tck-plain", true), NioIoHandler.newFactory());
  private final SslContext tls;
  private final Optional<URI> proxy;

  private PlainNetwork(SslContext tls, Optional<URI> proxy) {
    this.tls = tls;
    this.proxy = proxy;
  }

  /**
   * A network of its own threads, to be closed.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if the CA file cannot be used
   */
  public static PlainNetwork open(TransportOptions options) {
    Trust trust = Trust.of(options);
    SslContextBuilder builder = SslContextBuilder.forClient().trustManager(trust.judge());
    if (trust.anyName()) {
      builder.endpointIdentificationAlgorithm(null);
    }
    try {
      return new PlainNetwork(builder.build(), options.proxy());
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Connects; the handlers see the connection when it is ready for their bytes. */
  ChannelFuture connect(URI uri, List<ChannelHandler> handlers) {
    boolean secure = isSecure(uri);
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                if (secure) {
                  proxy.ifPresent(at -> channel.pipeline().addLast(tunnel(at)));
                  channel
                      .pipeline()
                      .addLast(tls.newHandler(channel.alloc(), uri.getHost(), port(uri)));
                }
                handlers.forEach(channel.pipeline()::addLast);
              }
            })
        .connect(InetSocketAddress.createUnresolved(uri.getHost(), port(uri)));
  }

  /** Of an address, its scheme's own where it names none. */
  static int port(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return isSecure(uri) ? HTTPS_PORT : HTTP_PORT;
  }

  /** The Host header's value for an address. */
  static String host(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static boolean isSecure(URI uri) {
    return SECURE.contains(uri.getScheme());
  }

  private static HttpProxyHandler tunnel(URI proxy) {
    InetSocketAddress address = new InetSocketAddress(proxy.getHost(), port(proxy));
    String user = proxy.getUserInfo();
    if (user == null) {
      return new HttpProxyHandler(address);
    }
    int colon = user.indexOf(':');
    return colon < 0
        ? new HttpProxyHandler(address, user, "")
        : new HttpProxyHandler(address, user.substring(0, colon), user.substring(colon + 1));
  }
}
