package dev.broadcasttck.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
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
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A server that looks like one of the protocol, and is none. */
final class Impostor implements AutoCloseable {
  /** What it does. */
  enum Act {
    /** Opens sockets, and says nothing on them. */
    SAYS_NOTHING,
    /** Sends back each frame as it came. */
    ECHOES,
    /** Answers each push with ok, each request with 202, and brings nobody anything. */
    SAYS_OK,
    /** Answers every request with 200, also those for sockets. */
    IS_A_WEB_SERVER
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel door;

  Impostor(Act act) {
    door =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536));
                    if (act == Act.IS_A_WEB_SERVER) {
                      channel.pipeline().addLast(new Welcome(HttpResponseStatus.OK));
                    } else {
                      channel
                          .pipeline()
                          .addLast(
                              new WebSocketServerProtocolHandler("/realtime/v1/websocket", true));
                      channel
                          .pipeline()
                          .addLast(new Talk(act), new Welcome(HttpResponseStatus.ACCEPTED));
                    }
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  String url() {
    return "ws://127.0.0.1:%d".formatted(((InetSocketAddress) door.localAddress()).getPort());
  }

  @Override
  public void close() {
    door.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** What it makes of frames. */
  private static final class Talk extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Act act;

    private Talk(Act act) {
      this.act = act;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (act == Act.ECHOES) {
        ChannelFuture unused = context.writeAndFlush(frame.retain());
      } else if (act == Act.SAYS_OK && frame instanceof TextWebSocketFrame text) {
        String reply = Json.parse(text.text()).map(Talk::ok).orElse("");
        ChannelFuture unused = context.writeAndFlush(new TextWebSocketFrame(reply));
      }
    }

    private static String ok(JsonNode push) {
      boolean isArray = push.isArray();
      Envelope reply =
          new Envelope(
              isArray ? push.path(0) : push.path("join_ref"),
              isArray ? push.path(1) : push.path("ref"),
              (isArray ? push.path(2) : push.path("topic")).asString(""),
              "phx_reply",
              Json.object().put("status", "ok").set("response", Json.object()));
      return new Encoder(isArray ? ProtocolVersion.V2 : ProtocolVersion.V1).text(reply).content();
    }
  }

  /** What it makes of requests. */
  private static final class Welcome extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final HttpResponseStatus status;

    private Welcome(HttpResponseStatus status) {
      this.status = status;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      var content = Unpooled.copiedBuffer("<h1>It works!</h1>", UTF_8);
      ChannelFuture unused =
          context
              .writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content))
              .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
