package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.plain.Uplink;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A client's connection and the one to the server that belongs to it. Both live on one event loop.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A connection that does not come to be is told to its client.
final class Crossing {
  private static final int LANES = 2;
  private static final int CONNECT_MILLIS = 10_000;

  private final Relay relay;
  private final Channel client;
  private final Optional<Onlooker> onlooker;
  private int over;

  Crossing(Relay relay, Channel client) {
    this.relay = relay;
    this.client = client;
    this.onlooker = relay.watch().map(Onlooker::new);
  }

  /** Connects to the server; the client is read from when that is done. */
  void begin() {
    URI base = relay.upstream().base();
    new Bootstrap()
        .group(client.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel server) {
                relay.keep(server);
                relay.uplink().prepare(server, base);
                join(server);
              }
            })
        .connect(InetSocketAddress.createUnresolved(base.getHost(), Uplink.port(base)))
        .addListener(
            connected -> {
              if (connected.isSuccess()) {
                client.config().setAutoRead(true);
              } else {
                Lane.reset(client);
              }
            });
  }

  private void join(Channel server) {
    Conditions conditions = relay.conditions();
    Runnable whenOver = () -> oneIsOver(server);
    Lane toServer =
        new Lane(
            client,
            server,
            conditions.toServer(),
            conditions.oneByte(),
            bytes -> onlooker.ifPresent(it -> it.clientSays(bytes)),
            whenOver);
    Lane toClient =
        new Lane(
            server,
            client,
            conditions.toClient(),
            conditions.oneByte(),
            bytes -> onlooker.ifPresent(it -> it.serverSays(bytes)),
            whenOver);
    Negotiation negotiation =
        new Negotiation(
            new RequestHeads(
                relay::isNamed, relay.upstream().authority(), conditions.compressed()));
    client.pipeline().addLast(new Mouth(toServer, negotiation.ofClient()));
    server.pipeline().addLast(new Mouth(toClient, negotiation.ofServer()));
  }

  private void oneIsOver(Channel server) {
    over++;
    if (over == LANES) {
      client.close();
      server.close();
      onlooker.ifPresent(Onlooker::end);
    }
  }
}
