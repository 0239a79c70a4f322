package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests as the mock's journal has them. */
final class Heads {
  private Heads() {}

  /** A request without a body, by its first line and its headers. */
  static Request read(String head) {
    List<String> lines = head.lines().filter(line -> !line.isBlank()).toList();
    String[] words = (lines.isEmpty() ? "" : lines.get(0)).split(" ", 3);
    Map<String, String> headers = new LinkedHashMap<>();
    lines.stream()
        .skip(1)
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line ->
                headers.putIfAbsent(
                    line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT),
                    line.substring(line.indexOf(':') + 1).strip()));
    return of(words[0], words.length > 1 ? words[1] : "/", headers, Bytes.utf8(""));
  }

  /**
   * Any request.
   *
   * @param target its path and its query, or all of its address
   */
  static Request of(String method, String target, Map<String, String> headers, Bytes body) {
    String local = target.replaceFirst("^https?://[^/]*", "");
    return new Request(method, local.replaceFirst("\\?.*", ""), query(local), headers, body);
  }

  private static Map<String, String> query(String target) {
    Map<String, String> query = new LinkedHashMap<>();
    try {
      new QueryStringDecoder(target)
          .parameters()
          .forEach((name, values) -> query.put(name, values.get(0)));
      return query;
    } catch (IllegalArgumentException undecodable) {
      return Map.of();
    }
  }
}
