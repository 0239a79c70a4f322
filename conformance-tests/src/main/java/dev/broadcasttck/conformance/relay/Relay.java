package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.plain.Uplink;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A port on this machine behind which a server seems to be: every connection to it becomes one to
 * the server, and what either side says, half-closes and resets included, goes to the other byte
 * for byte.
 *
 * <p>Two things are not the same bytes: the {@code Host} header of a request that names the relay
 * is made to name the server, which may tell its tenants apart by it, and what {@link
 * Conditions#compressed} frames anew.
 */
public final class Relay implements AutoCloseable {
  /** Where clients of this process were sent before: some go on for ever, and would come again. */
  private static final Set<Integer> USED = ConcurrentHashMap.newKeySet();

  private final Upstream upstream;
  private final Conditions conditions;
  private final Optional<WireWatch> watch;
  private final Optional<Gatekeeper> keeper;
  private final Uplink uplink;
  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel door;

  private Relay(
      Upstream upstream,
      Conditions conditions,
      Optional<WireWatch> watch,
      Optional<Gatekeeper> keeper,
      InetSocketAddress at)
      throws IOException {
    this.upstream = upstream;
    this.conditions = conditions;
    this.watch = watch;
    this.keeper = keeper;
    this.uplink = Uplink.of(upstream.transport());
    this.loops = keeper.map(Gatekeeper::loops).orElseGet(Relay::ownLoop);
    this.connections = new DefaultChannelGroup(loops.next());
    this.door = at.getPort() == 0 ? listenAnew(at) : listen(at);
  }

  private static EventLoopGroup ownLoop() {
    return new MultiThreadIoEventLoopGroup(
        1, new DefaultThreadFactory("tck-relay", true), NioIoHandler.newFactory());
  }

  /**
   * A relay with a thread of its own, to be closed.
   *
   * @param watch who is told what passes, if anybody
   * @throws dev.broadcasttck.spec.source.InvalidSource if the upstream's CA file cannot be used
   */
  public static Relay open(Upstream upstream, Conditions conditions, Optional<WireWatch> watch) {
    try {
      return new Relay(
          upstream,
          conditions,
          watch,
          Optional.empty(),
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A relay with a gatekeeper, on whose loop it lives. The watch sees what the client said and what
   * it got; no compression is agreed on, and each request has its connection to itself.
   *
   * @param at where clients are to find it; port 0 is any free one
   * @throws IOException where it cannot listen there
   * @throws dev.broadcasttck.spec.source.InvalidSource if the upstream's CA file cannot be used
   */
  public static Relay guarded(
      Upstream upstream, WireWatch watch, Gatekeeper keeper, InetSocketAddress at)
      throws IOException {
    return new Relay(upstream, Conditions.NONE, Optional.of(watch), Optional.of(keeper), at);
  }

  /** Where clients find it. */
  public InetSocketAddress address() {
    return (InetSocketAddress) door.localAddress();
  }

  /** Ends every connection, and the relay's thread where it is its own. */
  @Override
  public void close() {
    door.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    if (keeper.isEmpty()) {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }

  Upstream upstream() {
    return upstream;
  }

  Conditions conditions() {
    return conditions;
  }

  Optional<WireWatch> watch() {
    return watch;
  }

  Optional<Gatekeeper> keeper() {
    return keeper;
  }

  Uplink uplink() {
    return uplink;
  }

  /** Whether an authority is the relay's own; of a gatekeeper's, clients know no other. */
  boolean isNamed(String authority) {
    if (keeper.isPresent()) {
      return true;
    }
    int port = address().getPort();
    return Set.of("127.0.0.1:" + port, "localhost:" + port).contains(authority);
  }

  /** A connection that ends when the relay is closed. */
  void keep(Channel connection) {
    connections.add(connection);
  }

  /** The port is looked for while those that were used are still held. */
  private Channel listenAnew(InetSocketAddress at) throws IOException {
    Channel found = listen(at);
    if (USED.add(((InetSocketAddress) found.localAddress()).getPort())) {
      return found;
    }
    try {
      return listenAnew(at);
    } finally {
      found.close().awaitUninterruptibly();
    }
  }

  private Channel listen(InetSocketAddress at) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    keep(client);
                    new Crossing(Relay.this, client).begin();
                  }
                })
            .bind(at)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw bound.cause() instanceof IOException cause ? cause : new IOException(bound.cause());
    }
    return bound.channel();
  }
}
