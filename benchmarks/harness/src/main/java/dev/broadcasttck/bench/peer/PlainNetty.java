package dev.broadcasttck.bench.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;

/** A Netty server with its defaults, which writes and flushes once for each hearer. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
final class PlainNetty {
  private static final int LONGEST_REQUEST = 65_536;

  private PlainNetty() {}

  public static void main(String[] arguments) {
    Rooms<Channel> rooms = new Rooms<>(new Frames());
    new ServerBootstrap()
        .group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1_024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel connection) {
                connection
                    .pipeline()
                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST_REQUEST))
                    .addLast(new WebSocketServerProtocolHandler(path()))
                    .addLast(new Listener(rooms));
              }
            })
        .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
        .syncUninterruptibly();
  }

  private static WebSocketServerProtocolConfig path() {
    return WebSocketServerProtocolConfig.newBuilder()
        .websocketPath("/realtime/v1/websocket")
        .checkStartsWith(true)
        .build();
  }

  private static final class Frames implements Rooms.Out<Channel> {
    @Override
    public void text(Channel socket, String text) {
      socket.writeAndFlush(new TextWebSocketFrame(text));
    }

    @Override
    public void binary(Channel socket, byte[] bytes) {
      socket.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }
  }

  private static final class Listener extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Rooms<Channel> rooms;

    Listener(Rooms<Channel> rooms) {
      this.rooms = rooms;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (frame instanceof TextWebSocketFrame text) {
        rooms.text(context.channel(), text.text());
      } else if (frame instanceof BinaryWebSocketFrame binary) {
        rooms.binary(context.channel(), binary.content().nioBuffer());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      rooms.leave(context.channel());
    }
  }
}
