package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.plain.Uplink;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
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
  private final Upstream upstream;
  private final Conditions conditions;
  private final Optional<WireWatch> watch;
  private final Uplink uplink;
  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel door;

  private Relay(Upstream upstream, Conditions conditions, Optional<WireWatch> watch) {
    this.upstream = upstream;
    this.conditions = conditions;
    this.watch = watch;
    this.uplink = Uplink.of(upstream.transport());
    this.loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tck-relay", true), NioIoHandler.newFactory());
    this.connections = new DefaultChannelGroup(loops.next());
    this.door = listen();
  }

  /**
   * A relay with a thread of its own, to be closed.
   *
   * @param watch who is told what passes, if anybody
   * @throws dev.broadcasttck.spec.source.InvalidSource if the upstream's CA file cannot be used
   */
  public static Relay open(Upstream upstream, Conditions conditions, Optional<WireWatch> watch) {
    return new Relay(upstream, conditions, watch);
  }

  /** Where clients find it. */
  public InetSocketAddress address() {
    return (InetSocketAddress) door.localAddress();
  }

  /** Ends every connection, and the relay's thread. */
  @Override
  public void close() {
    door.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
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

  Uplink uplink() {
    return uplink;
  }

  /** Whether an authority is the relay's own. */
  boolean isNamed(String authority) {
    int port = address().getPort();
    return Set.of("127.0.0.1:" + port, "localhost:" + port).contains(authority);
  }

  /** A connection that ends when the relay is closed. */
  void keep(Channel connection) {
    connections.add(connection);
  }

  private Channel listen() {
    return new ServerBootstrap()
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
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .syncUninterruptibly()
        .channel();
  }
}
