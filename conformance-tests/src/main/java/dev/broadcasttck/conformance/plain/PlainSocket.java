package dev.broadcasttck.conformance.plain;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.Redaction;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A WebSocket that does nothing by itself but answer pings, and can send anything. Each frame is on
 * the tape before it goes out; one that comes too late is on the tape only.
 *
 * <p>Sent to by one thread at a time; {@link #flush} puts on the wire what was sent since.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A failed write or close ends the connection, which is noticed.
public final class PlainSocket {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final long NO_FORCED_CLOSE = 0;

  private final String name;
  private final WireTap tap;
  private final Redaction redaction;
  private final Decoder decoder;
  private final Channel channel;

  private PlainSocket(
      String name, WireTap tap, Redaction redaction, Decoder decoder, Channel channel) {
    this.name = name;
    this.tap = tap;
    this.redaction = redaction;
    this.decoder = decoder;
    this.channel = channel;
  }

  /**
   * Begins to open a socket.
   *
   * @param url with its query, exactly as it is to be asked for
   * @param headers besides those that make it an upgrade
   * @param vsn how to read what comes
   * @param name unique on the tape
   */
  public static PlainSocket open(
      PlainNetwork network,
      URI url,
      Map<String, String> headers,
      ProtocolVersion vsn,
      String name,
      Redaction redaction,
      WireTap tap) {
    Decoder decoder = new Decoder(vsn);
    SocketScribe scribe = new SocketScribe(name, tap, redaction, decoder, handshaker(url, headers));
    tap.saw(new Happening.SocketOpening(name, redaction.text(url.toString())));
    ChannelFuture connecting =
        network.connect(
            url, List.of(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), scribe));
    connecting.addListener(
        outcome -> {
          if (!outcome.isSuccess()) {
            scribe.lost(Loss.of(outcome.cause()));
          }
        });
    return new PlainSocket(name, tap, redaction, decoder, connecting.channel());
  }

  public String name() {
    return name;
  }

  /** Sends a message; text that is no UTF-8 cannot be sent so, see {@link #sendRaw}. */
  public void send(Frame frame) {
    tap.saw(new Happening.FrameSent(name, redaction.frame(frame, decoder)));
    if (frame.kind() == Encoding.TEXT) {
      channel.write(new TextWebSocketFrame(frame.content()));
    } else {
      channel.write(
          new BinaryWebSocketFrame(
              Unpooled.wrappedBuffer(HexFormat.of().parseHex(frame.content()))));
    }
  }

  /** Sends bytes below the WebSocket layer, on the tape as the frame given. */
  public void sendRaw(Frame shown, byte[] bytes) {
    tap.saw(new Happening.FrameSent(name, shown));
    channel.write(Unpooled.wrappedBuffer(bytes));
  }

  public void ping(String content) {
    tap.saw(new Happening.ControlSent(name, "ping", content));
    channel.write(new PingWebSocketFrame(Unpooled.copiedBuffer(content, StandardCharsets.UTF_8)));
  }

  public void pong(String content) {
    tap.saw(new Happening.ControlSent(name, "pong", content));
    channel.write(new PongWebSocketFrame(Unpooled.copiedBuffer(content, StandardCharsets.UTF_8)));
  }

  public void flush() {
    channel.flush();
  }

  /** Begins the closing handshake; what was sent before still goes out. */
  public void close(int code) {
    tap.saw(new Happening.CloseSent(name, code));
    channel.writeAndFlush(new CloseWebSocketFrame(code, ""));
  }

  /** Cuts the connection. */
  public void cut() {
    channel.close();
  }

  private static WebSocketClientHandshaker handshaker(URI url, Map<String, String> headers) {
    HttpHeaders custom = new DefaultHttpHeaders();
    headers.forEach(custom::set);
    return WebSocketClientHandshakerFactory.newHandshaker(
        url,
        WebSocketVersion.V13,
        null,
        false,
        custom,
        LARGEST,
        true,
        false,
        NO_FORCED_CLOSE,
        false,
        false);
  }
}
