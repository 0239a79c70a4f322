package dev.broadcasttck.conformance.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** The HTTP proxy that {@code HTTPS_PROXY} names, for those addresses that it is for. */
final class TlsProxy extends ProxySelector {
  private static final int DEFAULT_PORT = 80;

  private final TransportOptions options;
  private final Proxy proxy;
  private final Optional<String> userInfo;

  private TlsProxy(TransportOptions options, Proxy proxy, Optional<String> userInfo) {
    this.options = options;
    this.proxy = proxy;
    this.userInfo = userInfo;
  }

  static Optional<TlsProxy> of(TransportOptions options) {
    return options.proxy().map(address -> at(address, options));
  }

  private static TlsProxy at(URI address, TransportOptions options) {
    int port = address.getPort() == -1 ? DEFAULT_PORT : address.getPort();
    InetSocketAddress place = InetSocketAddress.createUnresolved(address.getHost(), port);
    return new TlsProxy(
        options, new Proxy(Proxy.Type.HTTP, place), Optional.ofNullable(address.getUserInfo()));
  }

  void applyTo(OkHttpClient.Builder builder) {
    builder.proxySelector(this);
    userInfo.ifPresent(known -> builder.proxyAuthenticator(presenting(known)));
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(options.proxyTo(uri).isPresent() ? proxy : Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException cause) {}

  /** Presents the credentials once: a proxy that asks again has refused them. */
  private static Authenticator presenting(String userInfo) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    String header = "Proxy-Authorization";
    return (route, response) ->
        response.request().header(header) != null
            ? null
            : response
                .request()
                .newBuilder()
                .header(header, Credentials.basic(user, password))
                .build();
  }
}
