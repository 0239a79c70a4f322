package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.wire.Loss;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

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
  private Optional<Negotiation> negotiation = Optional.empty();
  private int over;

  Crossing(Relay relay, Channel client) {
    this.relay = relay;
    this.client = client;
    this.onlooker = relay.watch().map(Onlooker::new);
  }

  /**
   * Connects to the server; the client is read from when that is done. Where there is a gatekeeper,
   * the client says first whom it wants.
   */
  void begin() {
    if (relay.keeper().isEmpty()) {
      connect(connected -> client.config().setAutoRead(true));
      return;
    }
    Gatekeeper keeper = relay.keeper().get();
    client.pipeline().addLast(new Threshold(line -> decide(keeper, line)));
    client.config().setAutoRead(true);
  }

  private void decide(Gatekeeper keeper, String line) {
    if (keeper.answers(line)) {
      keeper.answer(client);
      open();
    } else {
      client.config().setAutoRead(false);
      connect(
          connected -> {
            open();
            client.config().setAutoRead(true);
          });
    }
  }

  private void open() {
    client.pipeline().get(Threshold.class).open(client.pipeline().context(Threshold.class));
  }

  private void connect(Consumer<Channel> then) {
    URI base = relay.upstream().base();
    Bootstrap bootstrap =
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
                    server.pipeline().addLast(new Doorstep());
                  }
                });
    relay
        .uplink()
        .connect(bootstrap, base)
        .addListener(
            (ChannelFuture connected) -> {
              if (connected.isSuccess()) {
                greet(connected.channel(), then);
              } else {
                fail(connected.cause());
              }
            });
  }

  /** Behind TLS a server is there when it has shown who it is. */
  private void greet(Channel server, Consumer<Channel> then) {
    SslHandler tls = server.pipeline().get(SslHandler.class);
    if (tls == null) {
      enter(server, then);
      return;
    }
    tls.handshakeFuture()
        .addListener(
            shaken -> {
              if (shaken.isSuccess()) {
                enter(server, then);
              } else {
                fail(shaken.cause());
              }
            });
  }

  private void enter(Channel server, Consumer<Channel> then) {
    if (!client.isActive()) {
      server.close();
      return;
    }
    server.pipeline().remove(Doorstep.class);
    join(server);
    then.accept(server);
  }

  private void fail(Throwable why) {
    if (relay.keeper().isEmpty()) {
      Lane.reset(client);
      return;
    }
    String sentence =
        "the proxy cannot reach %s: %s\n".formatted(relay.upstream().authority(), Loss.of(why));
    byte[] body = sentence.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(body.length);
    ByteBuf answer = Unpooled.buffer();
    answer.writeCharSequence(head, StandardCharsets.ISO_8859_1);
    client.writeAndFlush(answer.writeBytes(body)).addListener(ChannelFutureListener.CLOSE);
  }

  private void join(Channel server) {
    Conditions conditions = relay.conditions();
    Consumer<ByteBuf> asTheClientSaidIt = bytes -> onlooker.ifPresent(it -> it.clientSays(bytes));
    Consumer<ByteBuf> unseen = bytes -> {};
    boolean isGuarded = relay.keeper().isPresent();
    Lane toServer =
        new Lane(
            client,
            server,
            conditions.toServer(),
            conditions.oneByte(),
            isGuarded ? unseen : asTheClientSaidIt,
            () -> oneIsOver(server));
    Lane toClient =
        new Lane(
            server,
            client,
            conditions.toClient(),
            conditions.oneByte(),
            bytes -> onlooker.ifPresent(it -> it.serverSays(bytes)),
            () -> oneIsOver(server));
    Negotiation agreed = negotiation(conditions, new LanePair(client, toClient, toServer));
    negotiation = Optional.of(agreed);
    Customs ofClient = agreed.ofClient();
    client
        .pipeline()
        .addLast(
            new Mouth(toServer, isGuarded ? new Overheard(ofClient, asTheClientSaidIt) : ofClient));
    server.pipeline().addLast(new Mouth(toClient, agreed.ofServer()));
  }

  private Negotiation negotiation(Conditions conditions, Sides sides) {
    boolean isGuarded = relay.keeper().isPresent();
    return new Negotiation(
        new RequestHeads(
            relay::isNamed,
            relay.upstream().authority(),
            conditions.compressed() || isGuarded,
            isGuarded),
        relay.keeper().map(keeper -> new Negotiation.Gate(keeper, sides)));
  }

  private void oneIsOver(Channel server) {
    over++;
    if (over == LANES) {
      client.close();
      server.close();
      onlooker.ifPresent(Onlooker::end);
      negotiation.ifPresent(Negotiation::end);
    }
  }
}
