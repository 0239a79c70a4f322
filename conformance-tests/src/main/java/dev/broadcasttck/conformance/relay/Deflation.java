package dev.broadcasttck.conformance.relay;

import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionDecoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import java.util.Optional;
import java.util.stream.Stream;

/** The compression of messages that a client offered, agreed to. */
record Deflation(WebSocketServerExtension agreed) {
  private static final int ANY_SIZE = 0;

  /** The first offer in a {@code Sec-WebSocket-Extensions} header that can be agreed to. */
  static Optional<Deflation> of(String offers) {
    PerMessageDeflateServerExtensionHandshaker handshaker =
        new PerMessageDeflateServerExtensionHandshaker(ANY_SIZE);
    return WebSocketExtensionUtil.extractExtensions(offers).stream()
        .flatMap(offer -> Stream.ofNullable(handshaker.handshakeExtension(offer)))
        .findFirst()
        .map(Deflation::new);
  }

  /** The header's value by which it is agreed to. */
  String answer() {
    WebSocketExtensionData data = agreed.newReponseData();
    StringBuilder answer = new StringBuilder(data.name());
    data.parameters()
        .forEach(
            (name, value) ->
                answer.append("; ").append(name).append(value == null ? "" : "=" + value));
    return answer.toString();
  }

  WebSocketExtensionDecoder inflater() {
    return agreed.newExtensionDecoder();
  }

  WebSocketExtensionEncoder deflater() {
    return agreed.newExtensionEncoder();
  }
}
