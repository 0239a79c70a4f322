package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.wire.Lazily;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.conformance.wire.Trust;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import javax.net.ssl.SSLException;

/** How a connection to a server is made safe, and led through a proxy where there is one. */
public final class Uplink {
  private static final Set<String> SECURE = Set.of("wss", "https");
  private static final Set<String> SOCKETS = Set.of("ws", "wss");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** Most servers of tests have no TLS, and to read what the system trusts takes a while. */
  private final Lazily<SslContext> tls;

  private final TransportOptions options;

  private Uplink(TransportOptions options) {
    this.tls = new Lazily<>(() -> tls(options));
    this.options = options;
  }

  /**
   * An uplink.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if the CA file cannot be used
   */
  public static Uplink of(TransportOptions options) {
    Uplink uplink = new Uplink(options);
    if (options.caFile().isPresent()) {
      SslContext unused = uplink.tls.get();
    }
    return uplink;
  }

  private static SslContext tls(TransportOptions options) {
    Trust trust = Trust.of(options);
    SslContextBuilder builder = SslContextBuilder.forClient().trustManager(trust.judge());
    if (trust.anyName()) {
      builder.endpointIdentificationAlgorithm(null);
    }
    try {
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Puts into an empty pipeline what an address needs. */
  public void prepare(Channel channel, URI address) {
    if (isSecure(address)) {
      options.proxyTo(address).ifPresent(at -> channel.pipeline().addLast(tunnel(at)));
      channel
          .pipeline()
          .addLast(tls.get().newHandler(channel.alloc(), address.getHost(), port(address)));
    }
  }

  /** Connects to an address; the names of servers behind a proxy are for the proxy to look up. */
  public ChannelFuture connect(Bootstrap bootstrap, URI address) {
    Bootstrap asker =
        options.proxyTo(address).isPresent() ? bootstrap.disableResolver() : bootstrap;
    return asker.connect(InetSocketAddress.createUnresolved(address.getHost(), port(address)));
  }

  /** Of an address, its scheme's own where it names none. */
  public static int port(URI address) {
    if (address.getPort() != -1) {
      return address.getPort();
    }
    return isSecure(address) ? HTTPS_PORT : HTTP_PORT;
  }

  /** Whether it is a WebSocket's, and not a request's. */
  public static boolean isSocket(URI address) {
    return SOCKETS.contains(address.getScheme());
  }

  public static boolean isSecure(URI address) {
    return SECURE.contains(address.getScheme());
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
