package dev.broadcasttck.conformance.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads along what passes over one connection, requests first, then perhaps the frames of a socket,
 * and tells it as the suite's own clients tell theirs. What it cannot read it lets pass untold.
 * Lives on the connection's event loop.
 *
 * <pre>
 * HTTP → (an upgrade was asked for) → HTTP of the server, frames of the client
 *      → (it was granted) → frames of both
 * </pre>
 */
final class Onlooker {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int NO_CODE = 1005;

  private final WireWatch watch;
  private final EmbeddedChannel requests =
      new EmbeddedChannel(new HttpRequestDecoder(), new HttpObjectAggregator(LARGEST));
  private final EmbeddedChannel responses =
      new EmbeddedChannel(new HttpResponseDecoder(), new HttpObjectAggregator(LARGEST));
  private final Deque<String> unanswered = new ArrayDeque<>();
  private Optional<String> socket = Optional.empty();
  private Optional<FrameEars> fromClient = Optional.empty();
  private Optional<FrameEars> fromServer = Optional.empty();
  private Decoder decoder = new Decoder(ProtocolVersion.V1);
  private boolean socketEnded;
  private boolean blind;

  Onlooker(WireWatch watch) {
    this.watch = watch;
  }

  void clientSays(ByteBuf bytes) {
    reading(() -> hearClient(bytes.retainedDuplicate()));
  }

  void serverSays(ByteBuf bytes) {
    reading(() -> hearServer(bytes.retainedDuplicate()));
  }

  /** Nothing more will pass. */
  void end() {
    unanswered.forEach(
        call -> tell(new Happening.RequestLost(call, "the connection ended without an answer")));
    unanswered.clear();
    socket
        .filter(name -> !socketEnded)
        .ifPresent(
            name ->
                tell(new Happening.SocketLost(name, "the connection ended without a close frame")));
    socketEnded = true;
    blind = true;
    fromClient.ifPresent(FrameEars::close);
    fromServer.ifPresent(FrameEars::close);
    requests.finishAndReleaseAll();
    responses.finishAndReleaseAll();
  }

  private void reading(Runnable reading) {
    if (blind) {
      return;
    }
    try {
      reading.run();
    } catch (RuntimeException e) {
      // No HTTP and no WebSocket; whose fault that is, those say who speak it.
      blind = true;
    }
  }

  private void hearClient(ByteBuf bytes) {
    if (fromClient.isPresent()) {
      fromClient.get().hear(bytes);
      return;
    }
    requests.writeInbound(bytes);
    for (Object heard = requests.readInbound(); heard != null; heard = requests.readInbound()) {
      FullHttpRequest request = (FullHttpRequest) heard;
      requested(request);
      request.release();
    }
  }

  private void hearServer(ByteBuf bytes) {
    if (fromServer.isPresent()) {
      fromServer.get().hear(bytes);
      return;
    }
    responses.writeInbound(bytes);
    for (Object heard = responses.readInbound(); heard != null; heard = responses.readInbound()) {
      if (heard instanceof FullHttpResponse response) {
        answered(response);
        response.release();
      } else if (heard instanceof ByteBuf rest) {
        hearServer(rest);
      }
    }
  }

  private void requested(FullHttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST, "");
    if (request.headers().contains(HttpHeaderNames.UPGRADE)) {
      if (watch.isStranger(request.uri())) {
        blind = true;
        return;
      }
      String name = name("socket");
      socket = Optional.of(name);
      decoder = new Decoder(version(request.uri()));
      fromClient = Optional.of(new FrameEars(true, (frame, content) -> sent(name, frame, content)));
      tell(new Happening.SocketOpening(name, hidden("ws://" + host + request.uri())));
      return;
    }
    String name = name("request");
    unanswered.addLast(name);
    tell(
        new Happening.RequestSent(
            name,
            request.method().name(),
            hidden("http://" + host + request.uri()),
            watch.redaction().headers(headers(request.headers())),
            hidden(request.content().toString(UTF_8))));
  }

  private void answered(FullHttpResponse response) {
    int status = response.status().code();
    String body = hidden(response.content().toString(UTF_8));
    if (socket.isPresent() && status == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
      String name = socket.get();
      fromServer =
          Optional.of(new FrameEars(false, (frame, content) -> received(name, frame, content)));
      tell(new Happening.SocketOpened(name));
    } else if (socket.isPresent()) {
      socketEnded = true;
      tell(new Happening.SocketRefused(socket.get(), status, body));
    } else if (!unanswered.isEmpty()) {
      tell(
          new Happening.ResponseReceived(
              unanswered.removeFirst(),
              status,
              watch.redaction().headers(headers(response.headers())),
              body));
    }
  }

  private void sent(String name, WebSocketFrame frame, byte[] content) {
    if (frame instanceof TextWebSocketFrame) {
      tell(new Happening.FrameSent(name, text(content)));
    } else if (frame instanceof BinaryWebSocketFrame) {
      tell(new Happening.FrameSent(name, PushReader.read(content)));
    } else if (frame instanceof CloseWebSocketFrame close && watch.closes() && !socketEnded) {
      tell(new Happening.CloseSent(name, code(close)));
    }
  }

  private void received(String name, WebSocketFrame frame, byte[] content) {
    if (frame instanceof TextWebSocketFrame) {
      tell(new Happening.FrameReceived(name, text(content)));
    } else if (frame instanceof BinaryWebSocketFrame) {
      tell(new Happening.FrameReceived(name, decoder.binary(content)));
    } else if (frame instanceof CloseWebSocketFrame close && !socketEnded) {
      socketEnded = true;
      tell(new Happening.SocketClosed(name, code(close), hidden(close.reasonText())));
    }
  }

  private static int code(CloseWebSocketFrame close) {
    return close.statusCode() < 0 ? NO_CODE : close.statusCode();
  }

  private Frame text(byte[] content) {
    return watch.redaction().frame(decoder.text(new String(content, UTF_8)), decoder);
  }

  private String name(String kind) {
    return kind + "-" + watch.numbered().incrementAndGet();
  }

  private String hidden(String text) {
    return watch.redaction().text(text);
  }

  private void tell(Happening.Wire happening) {
    watch.tap().saw(happening);
  }

  private static ProtocolVersion version(String uri) {
    return uri.contains("vsn=2.0.0") ? ProtocolVersion.V2 : ProtocolVersion.V1;
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> all = new LinkedHashMap<>();
    headers.forEach(
        header ->
            all.merge(
                header.getKey().toLowerCase(Locale.ROOT),
                header.getValue(),
                (first, second) -> first + ", " + second));
    return all;
  }
}
