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
    return request(message.method().name(), message.uri(), headers(message), body(message));
  }

  static Request of(Call call) {
    return request(call.method(), call.uri(), call.headers(), call.body());
  }

  private static Request request(String method, String uri, List<Header> headers, Bytes body) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    return new Request(method, path, query(uri), firstOfEach(headers), body);
  }

  /** A request with all that it says. */
  static Call call(FullHttpRequest message, SocketAddress client) {
    return new Call(
        message.method().name(),
        message.uri(),
        headers(message),
        body(message),
        client instanceof InetSocketAddress internet
            ? internet.getAddress().getHostAddress()
            : client.toString());
  }

  private static List<Header> headers(FullHttpRequest message) {
    return message.headers().entries().stream()
        .map(header -> new Header(header.getKey(), header.getValue()))
        .toList();
  }

  private static Bytes body(FullHttpRequest message) {
    return Bytes.of(ByteBufUtil.getBytes(message.content()));
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

  private static Map<String, String> firstOfEach(List<Header> all) {
    Map<String, String> headers = new HashMap<>();
    all.forEach(it -> headers.putIfAbsent(it.name().toLowerCase(Locale.ROOT), it.value()));
    return headers;
  }
}
