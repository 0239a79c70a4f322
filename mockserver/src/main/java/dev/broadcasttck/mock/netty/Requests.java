package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.neighbour.Call;
import dev.broadcasttck.mock.neighbour.Header;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests as the mock's own code knows them. */
final class Requests {
  private Requests() {}

  static Request of(FullHttpRequest message) {
    int question = message.uri().indexOf('?');
    String path = question < 0 ? message.uri() : message.uri().substring(0, question);
    return new Request(
        message.method().name(),
        path,
        query(message.uri()),
        headers(message),
        Bytes.of(ByteBufUtil.getBytes(message.content())));
  }

  /** The same with all that it says. */
  static Call call(FullHttpRequest message, SocketAddress client) {
    return new Call(
        message.method().name(),
        message.uri(),
        message.headers().entries().stream()
            .map(header -> new Header(header.getKey(), header.getValue()))
            .toList(),
        Bytes.of(ByteBufUtil.getBytes(message.content())),
        client instanceof InetSocketAddress internet
            ? internet.getAddress().getHostAddress()
            : client.toString());
  }

  /** What cannot be decoded counts as not being there. */
  private static Map<String, String> query(String uri) {
    try {
      Map<String, String> query = new HashMap<>();
      Map<String, List<String>> parameters = new QueryStringDecoder(uri).parameters();
      parameters.forEach((name, values) -> query.put(name, values.get(0)));
      return query;
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static Map<String, String> headers(FullHttpRequest message) {
    Map<String, String> headers = new HashMap<>();
    message
        .headers()
        .forEach(h -> headers.putIfAbsent(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
    return headers;
  }
}
